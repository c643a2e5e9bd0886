using MathNet.Numerics.Distributions;

namespace Lagom.Evolution;

/// <summary>
/// Keeps integer coordinates moving: each has at least a small probability of leaving its present integer, however short steps become.
/// </summary>
/// <remarks>
/// <para><b>Source:</b> Hamano, Saito, Nomura and Shirakawa (2022), "CMA-ES with margin", arXiv:2205.13482.</para>
/// </remarks>
internal sealed class IntegerMargin(CandidateMap map, int populationSize)
{
    private readonly double[] _stretch = Enumerable.Repeat(1.0, map.SearchDimension).ToArray();
    private readonly double _probability = 1.0 / (populationSize * (double)map.SearchDimension);

    /// <summary>Stretches steps of integer coordinates.</summary>
    public void Scale(Span<double> step)
    {
        foreach (int i in map.IntegerIndices)
            step[i] *= _stretch[i];
    }

    /// <summary>Undoes <see cref="Scale"/>.</summary>
    public void Unscale(Span<double> step)
    {
        foreach (int i in map.IntegerIndices)
            step[i] /= _stretch[i];
    }

    /// <summary>Moves the mean and stretches the steps so that the probabilities of other integers stay above the margin.</summary>
    /// <param name="mean">The mean, changed in place.</param>
    /// <param name="deviations">Standard deviations along the coordinates, before the stretch.</param>
    public void Correct(Span<double> mean, ReadOnlySpan<double> deviations)
    {
        foreach (int i in map.IntegerIndices)
        {
            (double first, double last) = map.IntegerRange(i);
            if (first >= last)
                continue;
            double integer = Math.Clamp(Math.Floor(mean[i] + 0.5), first, last);
            double deviation = deviations[i] * _stretch[i];
            if (!(deviation > 0))
                continue;
            if (integer <= first)
                mean[i] = Math.Max(mean[i], first + 0.5 - deviation * Quantile(_probability));
            else if (integer >= last)
                mean[i] = Math.Min(mean[i], last - 0.5 + deviation * Quantile(_probability));
            else
                Centre(mean, i, integer, deviation, deviations[i]);
        }
    }

    public void Save(StrategyState state) => state.Set("integerStretch", _stretch);

    public double[] Read(StrategyState state) => state.GetArray("integerStretch", _stretch.Length);

    public void Load(double[] stretch) => stretch.CopyTo(_stretch, 0);

    // How many standard deviations lie below the point that is exceeded with a probability below one half.
    private static double Quantile(double probability) => -Normal.InvCDF(0, 1, Math.Min(probability, 0.5));

    private void Centre(Span<double> mean, int i, double integer, double deviation, double unstretched)
    {
        double half = _probability / 2;
        double below = Normal.CDF(mean[i], deviation, integer - 0.5);
        double above = 1 - Normal.CDF(mean[i], deviation, integer + 0.5);
        double within = 1 - below - above;
        if (below >= half && above >= half)
            return;
        double raisedBelow = Math.Max(half, below), raisedAbove = Math.Max(half, above);
        double excess = 1 - raisedBelow - raisedAbove - within;
        double room = raisedBelow + raisedAbove + within - 3 * half;
        double newBelow = raisedBelow + excess / room * (raisedBelow - half);
        double newAbove = raisedAbove + excess / room * (raisedAbove - half);
        double down = Quantile(newBelow), up = Quantile(newAbove);
        mean[i] = ((integer - 0.5) * up + (integer + 0.5) * down) / (down + up);
        _stretch[i] = 1 / (unstretched * (down + up));
    }
}
