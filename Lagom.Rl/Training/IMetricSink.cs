namespace Lagom.Rl;

/// <summary>Where named figures go while something runs: a file, a screen, a test.</summary>
public interface IMetricSink : IDisposable
{
    /// <summary>Takes the figures of one moment.</summary>
    /// <param name="step">When: the number of environment steps, or another count that never falls.</param>
    /// <param name="metrics">Names, with '/' between groups, and numbers; NaN and infinities are allowed.</param>
    void Write(long step, IReadOnlyDictionary<string, double> metrics);

    /// <summary>Makes sure that what was taken survives the end of the process.</summary>
    void Flush();
}
