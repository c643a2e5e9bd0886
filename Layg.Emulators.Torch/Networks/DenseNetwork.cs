using System.Buffers;
using Shared.Tensors;
using TorchSharp;

namespace Layg.Emulators.Torch;

/// <summary>
/// The built-in network: hidden tanh layers and a linear one, once or as an ensemble. Computes in managed code in 64 bits, point by point, so
/// that the answer to a point is the same bit for bit however it is asked for.
/// </summary>
internal sealed class DenseNetwork : FittedNetwork
{
    private const int SmallOnStack = 1024;

    private readonly DenseLayer[][] _members;
    private readonly LastLayerPosterior? _posterior;
    private readonly int _widest;

    /// <param name="members">The layers of each network, first to last.</param>
    /// <param name="posterior">The spread of the last layer of the only network, or null.</param>
    /// <param name="outputs">How outputs were standardised.</param>
    /// <exception cref="ArgumentException">The layers do not fit together.</exception>
    public DenseNetwork(DenseLayer[][] members, LastLayerPosterior? posterior, OutputTransform outputs)
        : base(outputs)
    {
        bool fits = members.Length > 0 && (posterior is null || members.Length == 1);
        foreach (DenseLayer[] layers in members)
        {
            fits &= layers.Length >= 2 && layers[^1].Outputs == outputs.Dimension && layers[0].Inputs == members[0][0].Inputs;
            for (int i = 1; fits && i < layers.Length; i++)
                fits = layers[i].Inputs == layers[i - 1].Outputs;
        }

        if (fits && posterior is not null)
            fits = posterior.Root.Inputs == members[0][^1].Inputs;
        if (!fits)
            throw new ArgumentException("The layers do not fit together.", nameof(members));
        _members = members;
        _posterior = posterior;
        _widest = members.SelectMany(layers => layers).Max(layer => layer.PaddedOutputs);
        if (posterior is not null)
            _widest = Math.Max(_widest, posterior.Root.PaddedOutputs);
    }

    public IReadOnlyList<DenseLayer[]> Members => _members;

    public LastLayerPosterior? Posterior => _posterior;

    public override double Predict(ReadOnlySpan<double> coordinates, Span<double> y) => Predict(coordinates, y, _posterior);

    public override void PredictValue(ReadOnlySpan<double> coordinates, Span<double> y) => Predict(coordinates, y, null);

    public override void PredictBatch(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads)
    {
        int rank = _members[0][0].Inputs;
        int m = Outputs.Dimension;
        for (int i = 0; i < spreads.Length; i++)
            spreads[i] = Predict(coordinates.Slice(i * rank, rank), values.Slice(i * m, m));
    }

    public override IEnumerable<KeyValuePair<string, torch.Tensor>> Weights()
    {
        for (int member = 0; member < _members.Length; member++)
        {
            for (int i = 0; i < _members[member].Length; i++)
            {
                DenseLayer layer = _members[member][i];
                yield return KeyValuePair.Create($"members.{member}.{i}.weight", torch.tensor(layer.Weights(), [layer.Inputs, layer.Outputs]));
                yield return KeyValuePair.Create($"members.{member}.{i}.bias", torch.tensor(layer.Bias(), [layer.Outputs]));
            }
        }

        if (_posterior is not { } posterior)
            yield break;
        yield return KeyValuePair.Create("posterior.weight", torch.tensor(posterior.Root.Weights(), [posterior.Root.Inputs, posterior.Root.Outputs]));
        yield return KeyValuePair.Create("posterior.bias", torch.tensor(posterior.Root.Bias(), [posterior.Root.Outputs]));
        yield return KeyValuePair.Create("posterior.noise", torch.tensor(new[] { posterior.Noise }, [1]));
    }

    /// <summary>Restores a network from what <see cref="Weights"/> gave.</summary>
    /// <exception cref="ArgumentException">The layers do not fit together, or one is missing.</exception>
    public static DenseNetwork Restore(IReadOnlyDictionary<string, torch.Tensor> weights, int members, int layers, OutputTransform outputs)
    {
        DenseLayer Layer(string name, bool last) => new(Numbers(weights, name + ".weight"), Numbers(weights, name + ".bias"), last);
        var all = new DenseLayer[members][];
        for (int member = 0; member < members; member++)
            all[member] = [.. Enumerable.Range(0, layers).Select(i => Layer($"members.{member}.{i}", i == layers - 1))];
        LastLayerPosterior? posterior = weights.ContainsKey("posterior.weight")
            ? new LastLayerPosterior(Layer("posterior", last: false), Numbers(weights, "posterior.noise").Single())
            : null;
        return new DenseNetwork(all, posterior, outputs);
    }

    private static double[] Numbers(IReadOnlyDictionary<string, torch.Tensor> tensors, string name) =>
        tensors.TryGetValue(name, out torch.Tensor? tensor) && tensor.dtype == torch.ScalarType.Float64
            ? tensor.ToArray<double>()
            : throw new ArgumentException($"The 64-bit numbers '{name}' are missing.", nameof(tensors));

    private double Predict(ReadOnlySpan<double> coordinates, Span<double> y, LastLayerPosterior? posterior)
    {
        int needed = (2 * _widest) + (2 * y.Length);
        if (needed <= SmallOnStack)
            return Predict(coordinates, y, posterior, stackalloc double[needed]);
        double[] rented = ArrayPool<double>.Shared.Rent(needed);
        double spread = Predict(coordinates, y, posterior, rented.AsSpan(0, needed));
        ArrayPool<double>.Shared.Return(rented);
        return spread;
    }

    private double Predict(ReadOnlySpan<double> coordinates, Span<double> y, LastLayerPosterior? posterior, Span<double> scratch)
    {
        Span<double> one = scratch[.._widest];
        Span<double> other = scratch[_widest..(2 * _widest)];
        Span<double> mean = scratch.Slice(2 * _widest, y.Length);
        Span<double> squares = scratch.Slice((2 * _widest) + y.Length, y.Length);
        mean.Clear();
        squares.Clear();
        double spread = 0;
        for (int member = 0; member < _members.Length; member++)
        {
            DenseLayer[] layers = _members[member];
            layers[0].Apply(coordinates, one);
            DenseLayer.Tanh(one[..layers[0].PaddedOutputs]);
            for (int i = 1; i < layers.Length - 1; i++)
            {
                layers[i].Apply(one, other);
                DenseLayer.Tanh(other[..layers[i].PaddedOutputs]);
                Span<double> swap = one;
                one = other;
                other = swap;
            }

            if (posterior is not null)
                spread = posterior.Spread(one, other);
            layers[^1].Apply(one, other);
            for (int c = 0; c < y.Length; c++)
            {
                double difference = other[c] - mean[c];
                mean[c] += difference / (member + 1);
                squares[c] += difference * (other[c] - mean[c]);
            }
        }

        for (int c = 0; c < y.Length; c++)
        {
            y[c] = Outputs.Back(mean[c], c);
            if (_members.Length > 1)
                spread = Math.Max(spread, Outputs.Scale[c] * Math.Sqrt(squares[c] / (_members.Length - 1)));
        }

        return spread;
    }
}
