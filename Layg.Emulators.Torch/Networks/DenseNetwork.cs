using System.Buffers;

namespace Layg.Emulators.Torch;

/// <summary>
/// The built-in network: hidden tanh layers and a linear one, once or as an ensemble. Computes in managed code in 64 bits, and the answer to a
/// point is the same bit for bit however it is asked for.
/// </summary>
internal sealed class DenseNetwork : FittedNetwork
{
    private const int LargestOnStack = 1024;
    private const int BlockPoints = 16;

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

    public override double Predict(ReadOnlySpan<double> coordinates, Span<double> y)
    {
        Span<double> spread = stackalloc double[1];
        PredictBlock(coordinates, y, spread, _posterior);
        return spread[0];
    }

    public override void PredictBatch(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads) =>
        PredictBlocks(coordinates, values, spreads, _posterior);

    public override void PredictValues(ReadOnlySpan<double> coordinates, Span<double> values, int count) =>
        PredictBlocks(coordinates, values, new double[count], null);

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

    private void PredictBlocks(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads, LastLayerPosterior? posterior)
    {
        int rank = _members[0][0].Inputs;
        int m = Outputs.Dimension;
        for (int start = 0; start < spreads.Length; start += BlockPoints)
        {
            int count = Math.Min(BlockPoints, spreads.Length - start);
            PredictBlock(
                coordinates.Slice(start * rank, count * rank), values.Slice(start * m, count * m), spreads.Slice(start, count), posterior);
        }
    }

    private void PredictBlock(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads, LastLayerPosterior? posterior)
    {
        int needed = spreads.Length * ((2 * _widest) + Outputs.Dimension);
        if (needed <= LargestOnStack)
        {
            PredictBlock(coordinates, values, spreads, posterior, stackalloc double[needed]);
            return;
        }

        double[] rented = ArrayPool<double>.Shared.Rent(needed);
        PredictBlock(coordinates, values, spreads, posterior, rented.AsSpan(0, needed));
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>
    /// Computes a block of points layer by layer: the activations of all of them in one go. What is done to a point does not depend on the others.
    /// </summary>
    private void PredictBlock(
        ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads, LastLayerPosterior? posterior, Span<double> scratch)
    {
        int count = spreads.Length;
        int m = Outputs.Dimension;
        Span<double> one = scratch[..(count * _widest)];
        Span<double> other = scratch.Slice(count * _widest, count * _widest);
        Span<double> squares = scratch.Slice(2 * count * _widest, count * m);
        values.Clear();
        squares.Clear();
        spreads.Clear();
        for (int member = 0; member < _members.Length; member++)
        {
            DenseLayer[] layers = _members[member];
            Activate(layers[0], coordinates, layers[0].Inputs, one, count);
            for (int i = 1; i < layers.Length - 1; i++)
            {
                Activate(layers[i], one, layers[i - 1].PaddedOutputs, other, count);
                Span<double> swap = one;
                one = other;
                other = swap;
            }

            int width = layers[^2].PaddedOutputs;
            double weight = 1.0 / (member + 1);
            for (int p = 0; p < count; p++)
            {
                ReadOnlySpan<double> features = one.Slice(p * width, width);
                if (posterior is not null)
                    spreads[p] = posterior.Spread(features, other);
                layers[^1].Apply(features, other);
                for (int c = 0; c < m; c++)
                {
                    ref double mean = ref values[(p * m) + c];
                    double difference = other[c] - mean;
                    mean += difference * weight;
                    squares[(p * m) + c] += difference * (other[c] - mean);
                }
            }
        }

        for (int p = 0; p < count; p++)
        {
            for (int c = 0; c < m; c++)
            {
                int i = (p * m) + c;
                values[i] = Outputs.Back(values[i], c);
                if (_members.Length > 1)
                    spreads[p] = Math.Max(spreads[p], Outputs.Scale[c] * Math.Sqrt(squares[i] / (_members.Length - 1)));
            }
        }
    }

    private static void Activate(DenseLayer layer, ReadOnlySpan<double> inputs, int stride, Span<double> results, int count)
    {
        int width = layer.PaddedOutputs;
        for (int p = 0; p < count; p++)
            layer.Apply(inputs.Slice(p * stride, stride), results.Slice(p * width, width));
        DenseLayer.Tanh(results[..(count * width)]);
    }
}
