namespace Tests.Support;

/// <summary>Measures managed allocation. Linked into every test project.</summary>
internal static class Allocations
{
    private const int Rounds = 5;

    /// <summary>
    /// Bytes that an action allocates on this thread: the fewest of some rounds, because a garbage collection of another thread
    /// makes the runtime count what was left of this thread's allocation buffer.
    /// </summary>
    public static long Of(Action action)
    {
        action();
        long fewest = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
