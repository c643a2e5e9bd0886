namespace Layg.Sampling;

/// <summary>
/// A log-density with a cheap approximation (p*) that spares most evaluations of the exact one (p): the sampler decides in two stages,
/// and draws from the exact density however good or bad the approximation is.
/// </summary>
/// <remarks>
/// <para>
/// A proposal y from x is first accepted or rejected by the approximation alone, with probability min(1, f p*(y) / p*(x)), where f is
/// the move's correction. Only survivors are evaluated exactly, and accepted with probability
/// min(1, [p(y) p*(x)] / [p(x) p*(y)]). A poor approximation costs acceptance, not correctness.
/// </para>
/// <para>
/// The approximation is asked for both points anew in each step and may improve now and then, ever more rarely; it must not change during a
/// call. It must not know the exact value at every position that a walker takes while it errs at the proposals: an emulator that learns each
/// evaluated point at once is such a one (<see cref="LogDensity.FromLearnerDelayed"/> takes care of that). Nor must it be
/// negative infinity where the exact log-density is finite: a walker there could never leave.
/// </para>
/// <para><b>Source:</b> Christen and Fox (2005), "Markov chain Monte Carlo using an approximation" (delayed acceptance).</para>
/// </remarks>
public interface ISurrogateLogDensity : ILogDensity
{
    /// <summary>Approximates the log-densities of some points.</summary>
    /// <param name="points">The points, row after row: [count, <see cref="ILogDensity.Dimension"/>].</param>
    /// <param name="logDensities">Where to write one number per point: [count]. NaN and positive infinity are errors.</param>
    /// <param name="cancellationToken">Asks for an early end.</param>
    void EvaluateSurrogate(ReadOnlySpan<double> points, Span<double> logDensities, CancellationToken cancellationToken);
}
