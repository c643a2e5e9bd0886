using System.Buffers;

namespace Layg.Emulators.Torch;

/// <summary>
/// The built-in network: hidden tanh layers and a linear one, once or as an ensemble. Computes in managed code in 64 bits, and the answer to a
/// point is the same bit for bit however it is asked for.
/// </summary>
internal sealed class DenseNetwork : FittedNetwork
{
    private const int LargestOnStack = 1024;
    private const int LeastTogether = 6;

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
        int start = 0;
        for (int count; start < spreads.Length; start += count)
        {
            count = Math.Min(DenseLayer.BlockPoints, spreads.Length - start);
            // Few points are faster one by one than in a block with the others left empty.
            if (count < LeastTogether)
                count = 1;
            PredictBlock(
                coordinates.Slice(start * rank, count * rank), values.Slice(start * m, count * m), spreads.Slice(start, count), posterior);
        }
    }

    private void PredictBlock(ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads, LastLayerPosterior? posterior)
    {
        int stride = spreads.Length == 1 ? 1 : DenseLayer.BlockPoints;
        int needed = (stride * (_members[0][0].Inputs + (2 * (_widest + 1)))) + values.Length;
        if (needed <= LargestOnStack)
        {
            PredictBlock(coordinates, values, spreads, posterior, stackalloc double[needed]);
            return;
        }

        double[] rented = ArrayPool<double>.Shared.Rent(needed);
        PredictBlock(coordinates, values, spreads, posterior, rented.AsSpan(0, needed));
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Computes one point, or a block of them layer by layer, numbers of one unit side by side. What is done to a point is the same.</summary>
    private void PredictBlock(
        ReadOnlySpan<double> coordinates, Span<double> values, Span<double> spreads, LastLayerPosterior? posterior, Span<double> scratch)
    {
        int m = Outputs.Dimension;
        int rank = _members[0][0].Inputs;
        int stride = spreads.Length == 1 ? 1 : DenseLayer.BlockPoints;
        Span<double> inputs = scratch[..(rank * stride)];
        Span<double> one = scratch.Slice(inputs.Length, (_widest + 1) * stride);
        Span<double> other = scratch.Slice(inputs.Length + one.Length, one.Length);
        Span<double> squares = scratch[^values.Length..];
        values.Clear();
        squares.Clear();
        spreads.Clear();
        inputs.Clear();
        for (int p = 0; p < spreads.Length; p++)
        {
            for (int j = 0; j < rank; j++)
                inputs[(j * stride) + p] = coordinates[(p * rank) + j];
        }

        for (int member = 0; member < _members.Length; member++)
        {
            DenseLayer[] layers = _members[member];
            Apply(layers[0], inputs, one, stride, activate: true);
            for (int i = 1; i < layers.Length - 1; i++)
            {
                Apply(layers[i], one, other, stride, activate: true);
                Span<double> swap = one;
                one = other;
                other = swap;
            }

            if (posterior is not null && stride == 1)
                spreads[0] = posterior.Spread(one[..layers[^2].PaddedOutputs], other);
            else
                posterior?.SpreadMany(one, other, spreads);
            Apply(layers[^1], one, other, stride, activate: false);
            Accumulate(other, stride, 1.0 / (member + 1), values, squares, m);
        }

        for (int p = 0; p < spreads.Length; p++)
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

    private static void Apply(DenseLayer layer, ReadOnlySpan<double> inputs, Span<double> results, int stride, bool activate)
    {
        if (stride == 1)
            layer.Apply(inputs, results);
        else
            layer.ApplyMany(inputs, results);
        if (activate)
            DenseLayer.Tanh(results[..((stride == 1 ? layer.PaddedOutputs : layer.Outputs) * stride)]);
    }

    /// <summary>Takes one network's answers into the means over networks and the sums of squared differences from them.</summary>
    private static void Accumulate(ReadOnlySpan<double> answers, int stride, double weight, Span<double> means, Span<double> squares, int m)
    {
        int i = 0;
        for (int p = 0; i < means.Length; p++)
        {
            for (int c = 0; c < m; c++, i++)
            {
                double answer = answers[(c * stride) + p];
                double difference = answer - means[i];
                means[i] += difference * weight;
                squares[i] += difference * (answer - means[i]);
            }
        }
    }
}
