using System.Diagnostics;

namespace Benchmarks.Harness;

/// <summary>Measures ours and the peer in turns, so that both meet the same state of the machine.</summary>
public static class Interleaved
{
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    /// <summary>Measures one case.</summary>
    /// <param name="suite">The suite's name.</param>
    /// <param name="comparison">The case.</param>
    /// <param name="rounds">Rounds of each side, after a warm-up of ours. Range: at least 1.</param>
    /// <returns>The medians; without a peer's when it is missing, which standard error then explains.</returns>
    public static Figure Measure(string suite, BenchmarkCase comparison, int rounds)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var ours = new List<double>(rounds);
        var peer = new List<double>(rounds);
        Func<double>? measurePeer = comparison.Peer;
        WarmUp(comparison);
        for (int round = 0; round < rounds; round++)
        {
            ours.Add(comparison.Ours());
            try
            {
                if (measurePeer is not null)
                    peer.Add(measurePeer());
            }
            catch (PeerMissingException missing)
            {
                Console.Error.WriteLine($"{suite}/{comparison.Name}: {missing.Message}");
                measurePeer = null;
                peer.Clear();
            }
        }

        bool isMissing = comparison.PeerName is not null && peer.Count == 0;
        return new Figure(suite, comparison.Name, comparison.Unit, Median(ours), peer.Count == 0 ? null : Median(peer),
            comparison.PeerName, isMissing ? FigureStatus.PeerMissing : FigureStatus.Ok);
    }

    // Methods are compiled in the background once they have been called for a while; that is not to be counted.
    private static void WarmUp(BenchmarkCase comparison)
    {
        // The first call prepares what the others need.
        comparison.Ours();
        long start = Stopwatch.GetTimestamp();
        do
        {
            comparison.Ours();
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        int middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
