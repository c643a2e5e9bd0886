using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>Adds to the value of a candidate outside the bounds the squared distance to the box, with weights that follow the spread of values.</summary>
/// <remarks>
/// <para><b>Source:</b> Hansen, Niederberger, Guzzella and Koumoutsakos (2009), "A method for handling uncertainty in evolutionary
/// optimization with an application to feedback control of combustion", appendix on boundaries.</para>
/// </remarks>
internal sealed class BoundPenalty(CandidateMap map, int dimension)
{
    private readonly double[] _weights = new double[dimension];
    private readonly List<double> _ranges = [];
    private bool _isStarted;

    /// <summary>Learns the spread of values and raises the weights of coordinates whose mean lies far outside.</summary>
    public void Update(ToldGeneration generation, ReadOnlySpan<double> mean, ReadOnlySpan<double> deviations, double mueff)
    {
        int count = generation.Count - generation.Failed;
        if (count < 2)
            return;
        double range = generation.Values[generation.Order[3 * (count - 1) / 4]] - generation.Values[generation.Order[(count - 1) / 4]];
        double variance = TensorPrimitives.SumOfSquares(deviations) / dimension;
        _ranges.Add(range / variance);
        if (_ranges.Count > 20 + 3.0 * dimension / generation.Count)
            _ranges.RemoveAt(0);
        double[] sorted = [.. _ranges.Order()];
        double typical = sorted[sorted.Length / 2];
        bool isOutside = false;
        for (int i = 0; i < dimension; i++)
            isOutside |= Distance(mean[i], i) != 0;
        if (isOutside && !_isStarted && typical > 0)
        {
            _weights.AsSpan().Fill(2 * typical);
            _isStarted = true;
        }

        double reach = 3 * Math.Max(1, Math.Sqrt(dimension) / mueff);
        for (int i = 0; i < dimension && _isStarted; i++)
        {
            if (Math.Abs(Distance(mean[i], i)) > reach * deviations[i])
                _weights[i] *= Math.Pow(1.1, Math.Max(1, mueff / 10 / dimension));
            if (_weights[i] > 5 * typical && typical > 0)
                _weights[i] *= Math.Exp(-1.0 / 3);
        }
    }

    /// <summary>Adds the penalties of the points that rows stand for.</summary>
    public void Add(Span<double> values, ReadOnlySpan<double> rows, CmaEs strategy)
    {
        if (!_isStarted)
            return;
        for (int k = 0; k < values.Length; k++)
        {
            double sum = 0;
            for (int i = 0; i < dimension; i++)
            {
                double distance = Distance(strategy.PointOf(rows[k * dimension + i], i), i);
                sum += _weights[i] * distance * distance;
            }

            values[k] += sum / dimension;
        }
    }

    public void Save(StrategyState state)
    {
        state.Set("penaltyWeights", _weights);
        state.Set("penaltyRanges", _ranges.ToArray());
        state.Set("penaltyStarted", _isStarted ? 1L : 0L);
    }

    public BoundPenalty Read(StrategyState state)
    {
        var read = new BoundPenalty(map, dimension) { _isStarted = state.GetInt64("penaltyStarted") != 0 };
        state.GetArray("penaltyWeights", dimension).CopyTo(read._weights, 0);
        read._ranges.AddRange(state.GetArray("penaltyRanges"));
        return read;
    }

    public void CopyFrom(BoundPenalty other)
    {
        other._weights.CopyTo(_weights, 0);
        _ranges.Clear();
        _ranges.AddRange(other._ranges);
        _isStarted = other._isStarted;
    }

    // How far a searched coordinate lies outside, with its sign.
    private double Distance(double value, int searched)
    {
        int i = map.Free[searched];
        return value - Math.Clamp(value, map.Bounds!.Lower(i), map.Bounds.Upper(i));
    }
}
