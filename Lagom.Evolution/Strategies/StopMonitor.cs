namespace Lagom.Evolution;

/// <summary>The stopping rules on values, counts and time, which are the same for every strategy. Values here are minimised.</summary>
/// <remarks><b>Source:</b> the rules and their defaults are those of pycma 4.</remarks>
internal sealed class StopMonitor(StrategyOptions options)
{
    private const int Sparsity = 5;
    private const int LongestHistory = 20_000;
    private const int ShortestStagnation = 100;

    private readonly List<double> _recent = [];
    private readonly List<double> _bests = [];
    private readonly List<double> _medians = [];
    private long? _start;
    private TimeSpan _elapsedBefore;
    private int _flat;
    private long _iterations;

    private StopCriteria Criteria => options.Stop;

    private TimeSpan Elapsed => _elapsedBefore + (_start is { } start ? Criteria.TimeProvider.GetElapsedTime(start) : TimeSpan.Zero);

    /// <summary>Starts the clock, once.</summary>
    public void Start() => _start ??= Criteria.TimeProvider.GetTimestamp();

    /// <summary>Forgets values, as after a restart; the clock goes on.</summary>
    public void ForgetHistory()
    {
        _recent.Clear();
        _bests.Clear();
        _medians.Clear();
        _flat = 0;
        _iterations = 0;
    }

    /// <summary>Adds a generation and tells which rules are met.</summary>
    public StopReasons Check(EvolutionStrategy strategy, ReadOnlySpan<double> values, ReadOnlySpan<int> order, int failed)
    {
        StopReasons reasons = StopReasons.None;
        bool maximize = options.Direction == ObjectiveDirection.Maximize;
        if (Criteria.TargetValue is { } target && strategy.MinimisedBest <= (maximize ? -target : target))
            reasons |= StopReasons.TargetReached;
        if (strategy.Evaluations >= Criteria.MaxEvaluations)
            reasons |= StopReasons.MaxEvaluations;
        if (strategy.Iterations >= (Criteria.MaxIterations ?? strategy.StandardMaxIterations))
            reasons |= StopReasons.MaxIterations;
        if (Criteria.Timeout is { } timeout && Elapsed >= timeout)
            reasons |= StopReasons.Timeout;
        return failed == values.Length ? reasons : reasons | CheckValues(strategy, values, order);
    }

    public void Save(StrategyState state)
    {
        state.Set("recent", _recent.ToArray());
        state.Set("bests", _bests.ToArray());
        state.Set("medians", _medians.ToArray());
        state.Set("flat", (long)_flat);
        state.Set("iterations", _iterations);
        state.Set("elapsedTicks", Elapsed.Ticks);
    }

    public StopMonitor Read(StrategyState state)
    {
        var read = new StopMonitor(options)
        {
            _flat = (int)state.GetInt64("flat"),
            _iterations = state.GetInt64("iterations"),
            _elapsedBefore = TimeSpan.FromTicks(state.GetInt64("elapsedTicks")),
        };
        read._recent.AddRange(state.GetArray("recent"));
        read._bests.AddRange(state.GetArray("bests"));
        read._medians.AddRange(state.GetArray("medians", read._bests.Count));
        return read;
    }

    public void CopyFrom(StopMonitor other)
    {
        ForgetHistory();
        _recent.AddRange(other._recent);
        _bests.AddRange(other._bests);
        _medians.AddRange(other._medians);
        (_flat, _iterations, _elapsedBefore, _start) = (other._flat, other._iterations, other._elapsedBefore, null);
    }

    // Histories hold the newest value last.
    private StopReasons CheckValues(EvolutionStrategy strategy, ReadOnlySpan<double> values, ReadOnlySpan<int> order)
    {
        double best = values[order[0]];
        _iterations++;
        _recent.Add(best);
        if (_recent.Count > 10 + 30.0 * strategy.Dimension / values.Length)
            _recent.RemoveAt(0);
        if (_iterations % Sparsity == 0)
            Remember(best, (values[order[(values.Length - 1) / 2]] + values[order[values.Length / 2]]) / 2);

        double range = values[order[^1]] - best;
        (double low, double high) = Range(_recent);
        StopReasons reasons = StopReasons.None;
        if (range < Criteria.FunctionTolerance && high - low < Criteria.FunctionTolerance && values.Length > 1)
            reasons |= StopReasons.FunctionTolerance;
        if (_recent.Count > 9 && high - low < Criteria.FunctionHistoryTolerance)
            reasons |= StopReasons.FunctionHistoryTolerance;
        _flat = values.Length > 1 && best >= values[order[(int)(0.75 * values.Length)]] ? _flat + 1 : 0;
        if (_flat > Criteria.FlatGenerations)
            reasons |= StopReasons.FlatFitness;
        if (IsStagnant(strategy, values.Length))
            reasons |= StopReasons.Stagnation;
        return reasons;
    }

    private void Remember(double best, double median)
    {
        _bests.Add(best);
        _medians.Add(median);
        if (_bests.Count <= LongestHistory)
            return;
        _bests.RemoveAt(0);
        _medians.RemoveAt(0);
    }

    private bool IsStagnant(EvolutionStrategy strategy, int count)
    {
        if ((Criteria.StagnationGenerations ?? strategy.StandardStagnation) is not { } generations || _bests.Count <= ShortestStagnation)
            return false;
        int length = (int)Math.Max(generations / (2.0 * Sparsity), _bests.Count / 10.0);
        if (2 * length >= _bests.Count || _iterations <= strategy.Dimension * (5 + 100.0 / count) ||
            strategy.EvaluationsSinceBest / (double)count <= generations / 2.0)
        {
            return false;
        }

        return Median(_medians, ^length, 0) >= Median(_medians, ^(2 * length), length) && Median(_bests, ^length, 0) >= Median(_bests, ^(2 * length), length);
    }

    private static double Median(List<double> history, Index first, int skippedAtEnd)
    {
        int start = first.GetOffset(history.Count);
        double[] part = history.GetRange(start, history.Count - skippedAtEnd - start).ToArray();
        Array.Sort(part);
        return (part[(part.Length - 1) / 2] + part[part.Length / 2]) / 2;
    }

    private static (double Low, double High) Range(List<double> values)
    {
        (double low, double high) = (values[0], values[0]);
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return (low, high);
    }
}
