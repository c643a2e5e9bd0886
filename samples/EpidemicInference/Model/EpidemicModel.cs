namespace EpidemicInference.Model;

/// <summary>
/// The statistical model: pupils in bed follow a negative binomial around the infected of an <see cref="SirModel"/>;
/// parameters θ = (ln β, ln γ, ln φ).
/// </summary>
internal sealed class EpidemicModel
{
    /// <summary>Chosen so that halving the step moves the log-likelihood by less than 1e-6 near the posterior mode.</summary>
    public const int StepsPerDay = 20;

    /// <summary>The number of parameters.</summary>
    public const int Dimension = 3;

    private readonly SirModel _sir = new(SchoolOutbreak.Population, SchoolOutbreak.InitiallyInfected, StepsPerDay);

    /// <summary>
    /// The priors of β, γ and φ. Both rates have the same one, so that R0 = β/γ has the prior median 1: undecided whether there is an
    /// epidemic at all.
    /// </summary>
    public static IReadOnlyList<Prior> Priors { get; } =
    [
        new("β", Median: 1, LogSd: 1.5, Low: 0.01, High: 20),
        new("γ", Median: 1, LogSd: 1.5, Low: 0.01, High: 20),
        new("φ", Median: 10, LogSd: 1.5, Low: 0.05, High: 5000),
    ];

    /// <summary>The solver.</summary>
    public SirModel Sir => _sir;

    /// <summary>ln p(θ), cheap; -∞ outside the priors' limits.</summary>
    public static double LogPrior(ReadOnlySpan<double> theta)
    {
        double sum = 0;
        for (int i = 0; i < Dimension; i++)
            sum += Priors[i].LogDensity(theta[i]);
        return sum;
    }

    /// <summary>ln p(counts | θ): solves the differential equation, so this is the expensive part.</summary>
    public double LogLikelihood(ReadOnlySpan<double> theta)
    {
        ReadOnlySpan<int> counts = SchoolOutbreak.InBed;
        Span<double> infected = stackalloc double[counts.Length];
        _sir.InfectedPerDay(Math.Exp(theta[0]), Math.Exp(theta[1]), infected);
        double dispersion = Math.Exp(theta[2]);
        double sum = 0;
        for (int day = 0; day < counts.Length; day++)
            sum += CountLikelihood.LogNegativeBinomial(counts[day], infected[day], dispersion);
        return sum;
    }
}
