using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>The built-in network: each layer of all members is one batched product.</summary>
internal sealed class TrainableDense : TrainableNetwork
{
    // Steeper units than usual: with a last layer that is solved for, they resolve wiggles of the function that gentle ones do not.
    private const double FirstLayerGain = 2;

    private readonly Parameter[] _weights;
    private readonly Parameter[] _biases;
    private readonly int[] _widths;
    private readonly TorchOptions _options;

    private TrainableDense(int[] widths, TorchOptions options, Func<int, int, (double[] Weights, double[] Bias)> start)
    {
        _widths = widths;
        _options = options;
        int layers = widths.Length - 1;
        _weights = new Parameter[layers];
        _biases = new Parameter[layers];
        Device place = device(options.Device);
        for (int layer = 0; layer < layers; layer++)
        {
            var members = Enumerable.Range(0, options.Members).Select(member => start(member, layer)).ToArray();
            double[] weights = [.. members.SelectMany(member => member.Weights)];
            double[] biases = [.. members.SelectMany(member => member.Bias)];
            _weights[layer] = new Parameter(
                tensor(weights, [options.Members, widths[layer], widths[layer + 1]], dtype: options.ElementType, device: place));
            _biases[layer] = new Parameter(tensor(biases, [options.Members, 1, widths[layer + 1]], dtype: options.ElementType, device: place));
        }
    }

    public override IReadOnlyList<Parameter> Parameters => [.. _weights, .. _biases];

    public override IReadOnlyList<Tensor> State => Parameters;

    /// <summary>Starts from random weights.</summary>
    public static TrainableDense Random(int inputs, int outputs, TorchOptions options, RandomStream random)
    {
        int[] widths = [inputs, .. options.HiddenLayers, outputs];
        return new TrainableDense(widths, options, (member, layer) =>
        {
            RandomStream stream = random.Split("weights", ((long)member << 8) + layer);
            double bound = (layer == 0 ? FirstLayerGain : 1) / Math.Sqrt(widths[layer]);
            double Draw() => stream.NextDouble(-bound, bound);
            var weights = new double[widths[layer] * widths[layer + 1]];
            var bias = new double[widths[layer + 1]];
            for (int i = 0; i < weights.Length; i++)
                weights[i] = Draw();
            for (int i = 0; i < bias.Length; i++)
                bias[i] = Draw();
            return (weights, bias);
        });
    }

    /// <summary>Starts from the weights of a fitted network.</summary>
    /// <returns>Null where its structure is another.</returns>
    public static TrainableDense? From(DenseNetwork fitted, int inputs, int outputs, TorchOptions options)
    {
        int[] widths = [inputs, .. options.HiddenLayers, outputs];
        bool fits = fitted.Members.Count == options.Members && fitted.Members[0].Length == widths.Length - 1 &&
            fitted.Members[0].Select((layer, i) => layer.Inputs == widths[i] && layer.Outputs == widths[i + 1]).All(same => same);
        return fits
            ? new TrainableDense(widths, options, (member, layer) => (fitted.Members[member][layer].Weights(), fitted.Members[member][layer].Bias()))
            : null;
    }

    public override Tensor Forward(Tensor x, bool training)
    {
        Tensor features = Features(x);
        return baddbmm(_biases[^1], features, _weights[^1]);
    }

    public override FittedNetwork Finish(TrainingData data, OutputTransform outputs)
    {
        using var mode = no_grad();
        using DisposeScope scope = NewDisposeScope();
        bool needsPosterior = _options.Uncertainty == Uncertainty.LastLayer;
        int members = _options.Members;
        int last = _weights.Length - 1;
        Tensor[] weights = [.. _weights.Select(Doubles)];
        Tensor[] biases = [.. _biases.Select(Doubles)];
        LastLayerSolution? solution = null;
        if (_options.SolveLastLayer || needsPosterior)
        {
            Tensor features = Features(Spread(data.Inputs)).type(ScalarType.Float64).cpu();
            Tensor checks = Features(Spread(data.ValidationInputs)).type(ScalarType.Float64).cpu();
            Tensor fitWeights = Doubles(data.Weights);
            Tensor checkWeights = Doubles(data.ValidationWeights);
            for (int member = 0; member < members; member++)
            {
                solution = LastLayerSolution.Of(
                    WithOnes(features[member]) * fitWeights, Doubles(data.Targets) * fitWeights, WithOnes(checks[member]) * checkWeights,
                    Doubles(data.ValidationTargets) * checkWeights, weights[last][member], biases[last][member], _options.SolveLastLayer);
                weights[last][member] = solution.Weights;
                biases[last][member] = solution.Bias;
            }
        }

        var all = new DenseLayer[members][];
        for (int member = 0; member < members; member++)
        {
            all[member] = new DenseLayer[_weights.Length];
            for (int layer = 0; layer < _weights.Length; layer++)
                all[member][layer] = new DenseLayer(weights[layer][member].ToArray<double>(), biases[layer][member].ToArray<double>(), layer == last);
        }

        return new DenseNetwork(all, needsPosterior ? solution!.Posterior(outputs) : null, outputs);
    }

    private static Tensor Doubles(Tensor tensor) => tensor.detach().type(ScalarType.Float64).cpu().clone();

    private static Tensor WithOnes(Tensor features) => cat([features, ones(features.shape[0], 1, dtype: ScalarType.Float64)], 1);

    private Tensor Spread(Tensor x) => x.unsqueeze(0).expand(_options.Members, -1, -1);

    private Tensor Features(Tensor x)
    {
        for (int layer = 0; layer < _widths.Length - 2; layer++)
            x = baddbmm(_biases[layer], x, _weights[layer]).tanh();
        return x;
    }
}
