using System.Diagnostics;

namespace Benchmarks.Harness;

/// <summary>Times short actions.</summary>
public static class Timing
{
    private static readonly TimeSpan ShortestRound = TimeSpan.FromMilliseconds(50);

    /// <summary>Repeats an action until a round is long enough for the clock and the machine's noise.</summary>
    /// <param name="operations">Operations in one run of the action.</param>
    /// <param name="action">What is timed.</param>
    /// <returns>Microseconds per operation.</returns>
    public static double MicrosecondsPer(int operations, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        long start = Stopwatch.GetTimestamp();
        int runs = 0;
        TimeSpan elapsed;
        do
        {
            action();
            runs++;
            elapsed = Stopwatch.GetElapsedTime(start);
        }
        while (elapsed < ShortestRound);
        return elapsed.TotalMicroseconds / ((double)operations * runs);
    }
}
