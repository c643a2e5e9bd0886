using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Runs the garbage collector before tensors that nobody disposed fill the machine with native memory, which it cannot see.</summary>
/// <remarks>
/// A collection is asked for when the memory held has grown by a step, and not for tensors that are disposed soon after they were made.
/// <see cref="GC.AddMemoryPressure"/> does it the other way round: it counts what was added whether or not it was removed since (a tenth
/// of the time of multiplying two tensors of a million floats), and let four thousand forgotten megabytes pass without a collection.
/// </remarks>
internal static class NativeMemoryPressure
{
    // Smaller tensors come and go too fast to be worth an interlocked operation.
    private const int LeastKilobytes = 64;
    private const long StepKilobytes = 512 << 10;

    private static long _held;
    private static long _limit = StepKilobytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(int kilobytes)
    {
        if (kilobytes >= LeastKilobytes)
            Hold(kilobytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Remove(int kilobytes)
    {
        if (kilobytes >= LeastKilobytes)
            Release(kilobytes);
    }

    private static void Hold(int kilobytes)
    {
        long held = Interlocked.Add(ref _held, kilobytes);
        long limit = Volatile.Read(ref _limit);
        if (held > limit && Interlocked.CompareExchange(ref _limit, held + StepKilobytes, limit) == limit)
            GC.Collect();
    }

    // What the collection freed comes back here from the finalizers; the limit follows it down, but stays well above what is in use.
    private static void Release(int kilobytes)
    {
        long held = Interlocked.Add(ref _held, -kilobytes);
        long limit = Volatile.Read(ref _limit);
        long wanted = 2 * held + StepKilobytes;
        if (wanted < limit)
            Interlocked.CompareExchange(ref _limit, wanted, limit);
    }
}
