using TorchSharp.Modules;

namespace Lagom.Rl;

/// <summary>
/// Computes dense networks in managed SIMD code from a copy of their weights: for a few rows at a time much faster than through libtorch, and
/// without autograd. The results are those of the layers up to the rounding of 32-bit numbers, and those of a row do not depend on the rows beside it.
/// </summary>
/// <remarks>After the layers have learnt, <see cref="Refresh"/> copies their weights again. Nothing is allocated per call once the largest number of rows was seen. Not thread-safe.</remarks>
public sealed class FastForward
{
    private readonly FastWeights[] _layers;
    private readonly int _widest;
    private float[] _one = [];
    private float[] _other = [];

    /// <summary>Copies the weights of layers that follow one another.</summary>
    /// <param name="layers">The layers, at least one.</param>
    /// <exception cref="ArgumentException">There are none, or their sizes do not fit together.</exception>
    public FastForward(params IReadOnlyList<FastLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0)
            throw new ArgumentException("There must be at least one layer.", nameof(layers));
        _layers = [.. layers.Select(static layer => new FastWeights(layer))];
        for (int i = 1; i < _layers.Length; i++)
        {
            if (_layers[i].Inputs != _layers[i - 1].Outputs)
                throw new ArgumentException($"Layer {i} takes {_layers[i].Inputs} numbers; the one before gives {_layers[i - 1].Outputs}.", nameof(layers));
        }

        _widest = _layers.Max(static layer => layer.PaddedOutputs);
        Refresh();
    }

    /// <summary>How many numbers go in.</summary>
    public int Inputs => _layers[0].Inputs;

    /// <summary>How many numbers come out.</summary>
    public int Outputs => _layers[^1].Outputs;

    /// <summary>Copies the weights of a network and, where given, of dense layers side by side on its outputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="heads">The layers after it; none for the network alone.</param>
    /// <exception cref="ArgumentException">The sizes do not fit together.</exception>
    public static FastForward Of(Mlp network, params Linear[] heads)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(heads);
        IReadOnlyList<Linear> layers = network.Layers;
        var all = new List<FastLayer>();
        for (int i = 0; i < layers.Count; i++)
            all.Add(new FastLayer(i + 1 < layers.Count ? network.HiddenActivation : network.OutputActivation, layers[i]));
        if (heads.Length > 0)
            all.Add(new FastLayer(Activation.None, heads));
        return new FastForward(all);
    }

    /// <summary>Copies the weights as they are now.</summary>
    public void Refresh()
    {
        foreach (FastWeights layer in _layers)
            layer.Refresh();
    }

    /// <summary>Writes the weights as they were copied last, where they may lag behind those of the layers.</summary>
    internal void Save(NumberWriter writer)
    {
        foreach (FastWeights layer in _layers)
            layer.Save(writer);
    }

    internal void Load(NumberReader reader)
    {
        foreach (FastWeights layer in _layers)
            layer.Load(reader);
    }

    /// <summary>Computes the network.</summary>
    /// <param name="inputs">Rows [rows, <see cref="Inputs"/>].</param>
    /// <param name="outputs">Receives rows [rows, <see cref="Outputs"/>].</param>
    /// <exception cref="ArgumentException">A length is no multiple of the row's, or the rows are not as many.</exception>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        (int rows, int rest) = Math.DivRem(inputs.Length, Inputs);
        if (rest != 0)
            throw new ArgumentException($"There are {inputs.Length} inputs; rows have {Inputs}.", nameof(inputs));
        if (outputs.Length != rows * Outputs)
            throw new ArgumentException($"There is room for {outputs.Length} outputs; {rows} rows of {Outputs} need {rows * Outputs}.", nameof(outputs));
        if (_one.Length < rows * _widest)
        {
            _one = new float[rows * _widest];
            _other = new float[rows * _widest];
        }

        ReadOnlySpan<float> x = inputs;
        int stride = Inputs;
        float[] y = _one;
        foreach (FastWeights layer in _layers)
        {
            layer.Apply(x, stride, rows, y);
            x = y;
            stride = layer.PaddedOutputs;
            y = ReferenceEquals(y, _one) ? _other : _one;
        }

        for (int row = 0; row < rows; row++)
            x.Slice(row * stride, Outputs).CopyTo(outputs[(row * Outputs)..]);
    }
}
