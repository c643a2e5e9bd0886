namespace ExpUtils;

/// <summary>The curves of several runs of one configuration.</summary>
public sealed class CurveSet
{
    private readonly double[][] _curves;

    /// <summary>Makes a set.</summary>
    /// <param name="curves">A curve per run; they may differ in length.</param>
    /// <param name="runs">The runs' numbers; null for 0, 1, ….</param>
    /// <exception cref="ArgumentException">There are not as many numbers as curves.</exception>
    public CurveSet(IReadOnlyList<double[]> curves, IReadOnlyList<long>? runs = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (runs is not null && runs.Count != curves.Count)
            throw new ArgumentException($"There are {runs.Count} run numbers for {curves.Count} curves.", nameof(runs));
        _curves = [.. curves];
        RunNumbers = runs ?? [.. Enumerable.Range(0, _curves.Length).Select(run => (long)run)];
        Length = _curves.Length == 0 ? 0 : _curves.Max(curve => curve.Length);
    }

    /// <summary>No runs at all.</summary>
    public static CurveSet Empty { get; } = new([]);

    /// <summary>The curves.</summary>
    public IReadOnlyList<double[]> Curves => _curves;

    /// <summary>The number of each curve's run.</summary>
    public IReadOnlyList<long> RunNumbers { get; }

    /// <summary>How many runs there are.</summary>
    public int Count => _curves.Length;

    /// <summary>The number of steps of the longest curve; shorter ones count as NaN where they have ended.</summary>
    public int Length { get; }

    /// <summary>The mean over the runs, step by step; NaN is left out, and where there is nothing else the mean is NaN.</summary>
    public double[] Mean()
    {
        var mean = new double[Length];
        for (int step = 0; step < mean.Length; step++)
            mean[step] = At(step).Mean;
        return mean;
    }

    /// <summary>The standard error of the mean, step by step: NaN where fewer than two runs have a number.</summary>
    public double[] StandardError()
    {
        var error = new double[Length];
        for (int step = 0; step < error.Length; step++)
        {
            (double mean, int count) = At(step);
            double squares = 0;
            foreach (double[] curve in _curves)
            {
                if (step < curve.Length && !double.IsNaN(curve[step]))
                    squares += (curve[step] - mean) * (curve[step] - mean);
            }

            error[step] = count < 2 ? double.NaN : Math.Sqrt(squares / (count - 1) / count);
        }

        return error;
    }

    /// <summary>The same runs with every curve changed.</summary>
    /// <param name="change">Gives the new curve.</param>
    public CurveSet Select(Func<double[], double[]> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new CurveSet([.. _curves.Select(change)], RunNumbers);
    }

    /// <summary>What all runs have at a step; the runs that have ended are left out.</summary>
    /// <param name="step">The step. Range: 0 to <see cref="Length"/> - 1.</param>
    public double[] Column(int step) => [.. _curves.Where(curve => step < curve.Length).Select(curve => curve[step])];

    private (double Mean, int Count) At(int step)
    {
        double sum = 0;
        int count = 0;
        foreach (double[] curve in _curves)
        {
            if (step >= curve.Length || double.IsNaN(curve[step]))
                continue;
            sum += curve[step];
            count++;
        }

        return (count == 0 ? double.NaN : sum / count, count);
    }
}
