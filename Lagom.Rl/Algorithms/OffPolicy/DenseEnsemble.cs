using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>
/// Networks of one shape that compute side by side: dense layers with the positive part between them. All parameters lie in one block of
/// memory, and so do their gradients, so that an optimizer passes over them once and all members take one product a layer.
/// </summary>
internal sealed class DenseEnsemble : IDisposable
{
    private readonly Layer[] _layers;
    private readonly int[] _sizes;

    public DenseEnsemble(int members, int inputs, ReadOnlySpan<int> hidden, int outputs)
    {
        Members = members;
        _sizes = [inputs, .. hidden, outputs];
        int parameters = 0;
        for (int i = 1; i < _sizes.Length; i++)
            parameters += members * (_sizes[i - 1] + 1) * _sizes[i];
        Values = Floats.Lasting(parameters);
        Gradients = Floats.Lasting(parameters);
        using DisposeScope scope = NewDisposeScope();
        _layers = new Layer[_sizes.Length - 1];
        int offset = 0;
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i] = new Layer(this, offset, _sizes[i], _sizes[i + 1]);
            offset += members * (_sizes[i] + 1) * _sizes[i + 1];
        }
    }

    /// <summary>How many networks there are.</summary>
    public int Members { get; }

    public int Inputs => _sizes[0];

    public int Outputs => _sizes[^1];

    /// <summary>All parameters, layer by layer: the weights, then the biases.</summary>
    public Tensor Values { get; }

    /// <summary>What <c>backward</c> adds the parameters' gradients to, in the same order.</summary>
    public Tensor Gradients { get; }

    /// <summary>PyTorch's default: weights and biases uniform within ±1/√inputs.</summary>
    public DenseEnsemble Initialize(RandomStream random)
    {
        Span<float> values = Values.Numbers();
        for (int i = 0; i < _layers.Length; i++)
        {
            double bound = 1 / Math.Sqrt(_sizes[i]);
            int count = Members * (_sizes[i] + 1) * _sizes[i + 1];
            foreach (ref float value in values[..count])
                value = (float)random.NextDouble(-bound, bound);
            values = values[count..];
        }

        return this;
    }

    /// <summary>The members' outputs for rows of inputs [B, inputs], recorded for gradients with respect to the parameters.</summary>
    /// <returns>[B, outputs] of a single member, [members, B, outputs] of several.</returns>
    public Tensor Learn(Tensor input) => Compute(input, layer => layer.Learnt);

    /// <summary>The same with the parameters as constants; gradients still flow to the input.</summary>
    public Tensor Evaluate(Tensor input) => Compute(input, layer => layer.Constant);

    /// <summary>The first member's outputs [B, outputs], with its parameters as constants.</summary>
    public Tensor EvaluateFirst(Tensor input) => Compute(input, layer => layer.First);

    /// <summary>The outputs of a single member for one row, without libtorch.</summary>
    /// <param name="input">The row [inputs].</param>
    /// <param name="output">Receives the outputs.</param>
    /// <param name="scratch">Memory for two hidden layers, <see cref="ScratchLength"/> numbers.</param>
    public void Evaluate(ReadOnlySpan<float> input, Span<float> output, Span<float> scratch)
    {
        ReadOnlySpan<float> values = Values.Numbers();
        Span<float> first = scratch[..(scratch.Length / 2)], second = scratch[(scratch.Length / 2)..];
        ReadOnlySpan<float> x = input;
        for (int i = 0; i < _layers.Length; i++)
        {
            int width = _sizes[i + 1];
            bool isLast = i + 1 == _layers.Length;
            Span<float> y = isLast ? output : first[..width];
            int weights = x.Length * width;
            DenseRow.Compute(x, values[..weights], values.Slice(weights, width), y, isPositive: !isLast);
            values = values[(weights + width)..];
            x = y;
            Span<float> swap = first;
            first = second;
            second = swap;
        }
    }

    /// <summary>How much memory <see cref="Evaluate(ReadOnlySpan{float}, Span{float}, Span{float})"/> needs.</summary>
    public int ScratchLength => 2 * _sizes.Max();

    public void Dispose()
    {
        foreach (Layer layer in _layers)
            layer.Dispose();
        Values.Dispose();
        Gradients.Dispose();
    }

    private Tensor Compute(Tensor input, Func<Layer, Linear> select)
    {
        Tensor x = input;
        for (int i = 0; i < _layers.Length; i++)
        {
            (Tensor weight, Tensor bias, int members) = select(_layers[i]);
            // All members see the same rows.
            if (i == 0 && members > 1)
                x = x.unsqueeze(0).expand(members, -1, -1);
            x = members > 1 ? baddbmm(bias, x, weight) : addmm(bias, x, weight, 1, 1);
            if (i + 1 < _layers.Length)
                x.relu_();
        }

        return x;
    }

    private readonly record struct Linear(Tensor Weight, Tensor Bias, int Members);

    private sealed class Layer : IDisposable
    {
        private readonly List<Tensor> _owned = [];

        public Layer(DenseEnsemble ensemble, int offset, int inputs, int outputs)
        {
            int members = ensemble.Members;
            long[] weight = members == 1 ? [inputs, outputs] : [members, inputs, outputs];
            long[] bias = members == 1 ? [outputs] : [members, 1, outputs];
            int weights = members * inputs * outputs, biases = members * outputs;
            Constant = new Linear(View(ensemble.Values, offset, weights, weight), View(ensemble.Values, offset + weights, biases, bias), members);
            Learnt = new Linear(View(ensemble.Values, offset, weights, weight), View(ensemble.Values, offset + weights, biases, bias), members);
            Learnt.Weight.requires_grad_(true).SetGradient(View(ensemble.Gradients, offset, weights, weight));
            Learnt.Bias.requires_grad_(true).SetGradient(View(ensemble.Gradients, offset + weights, biases, bias));
            First = members == 1 ? Constant : new Linear(Own(Constant.Weight.select(0, 0)), Own(Constant.Bias.select(0, 0)), 1);
        }

        public Linear Learnt { get; }

        public Linear Constant { get; }

        public Linear First { get; }

        public void Dispose()
        {
            foreach (Tensor tensor in _owned)
                tensor.Dispose();
        }

        private Tensor View(Tensor all, int offset, int length, long[] shape) => Own(all.narrow(0, offset, length).view(shape));

        private Tensor Own(Tensor tensor)
        {
            _owned.Add(tensor.DetachFromDisposeScope());
            return tensor;
        }
    }
}
