namespace L2L;

/// <summary>Tells whether a run of CMA-ES has converged: nothing better is to be expected from it.</summary>
/// <remarks><b>Source:</b> Hansen (2009), "Benchmarking a BI-population CMA-ES on the BBOB-2009 function testbed" (EqualFunValues, TolX, ConditionCov, Stagnation).</remarks>
internal sealed class CmaConvergence(int dimension, int population)
{
    private const double LeastStep = 1e-11;
    private const double LeastSpread = 1e-12;
    private const double LargestCondition = 1e13;
    private const double ComparedShare = 0.3;

    private readonly int _flat = 10 + (int)Math.Ceiling(30.0 * dimension / population);
    private readonly int _stagnant = 120 + (int)Math.Ceiling(30.0 * dimension / population);
    private readonly List<double> _bests = [];
    private readonly List<double> _medians = [];

    /// <summary>Takes in a generation.</summary>
    /// <param name="sums">Its weighted sums.</param>
    /// <param name="step">The largest standard deviation of a coordinate, in units of the first one.</param>
    /// <param name="lengths">The standard deviations along the axes.</param>
    /// <returns>Whether the run has converged.</returns>
    public bool Tell(IEnumerable<double> sums, double step, double[] lengths)
    {
        double[] sorted = [.. sums.Order()];
        _bests.Add(sorted[^1]);
        _medians.Add(sorted[sorted.Length / 2]);
        if (_bests.Count > _stagnant)
        {
            _bests.RemoveAt(0);
            _medians.RemoveAt(0);
        }

        double condition = lengths.Max() / lengths.Min();
        return step < LeastStep || condition * condition > LargestCondition || IsFlat(sorted) || (_bests.Count == _stagnant && IsStagnant(_bests) && IsStagnant(_medians));
    }

    public void Save(OptimizerState state)
    {
        state.Set("bests", (ReadOnlySpan<double>)_bests.ToArray());
        state.Set("medians", (ReadOnlySpan<double>)_medians.ToArray());
    }

    public void Load(OptimizerState state)
    {
        _bests.AddRange(state.GetArray("bests"));
        _medians.AddRange(state.GetArray("medians", _bests.Count));
    }

    private bool IsFlat(double[] sorted)
    {
        if (_bests.Count < _flat)
            return false;
        List<double> latest = _bests[^_flat..];
        double low = Math.Min(sorted[0], latest.Min());
        double high = latest.Max();
        return high - low <= LeastSpread * Math.Max(Math.Abs(low), Math.Abs(high));
    }

    private static bool IsStagnant(List<double> history)
    {
        int count = (int)(ComparedShare * history.Count);
        return Median(history[^count..]) <= Median(history[..count]);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
