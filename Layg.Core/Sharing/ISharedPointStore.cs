namespace Layg;

/// <summary>
/// Where several processes put the points they evaluated, for each other. An implementation is safe to use from many threads and many
/// processes at once; a point whose <see cref="Add"/> returned survives the death of the process.
/// </summary>
/// <remarks><see cref="SqlitePointStore"/> is one for the processes of one machine.</remarks>
public interface ISharedPointStore : IDisposable
{
    /// <summary>Numbers per input (n).</summary>
    int InputDimension { get; }

    /// <summary>Stores a point, at once and for good.</summary>
    /// <param name="x">The input; finite.</param>
    /// <param name="y">The function's value there; finite.</param>
    /// <returns>False if some process had stored the same input before; its value stays.</returns>
    /// <exception cref="IOException">The point could not be stored.</exception>
    bool Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    /// <summary>Reads what came after a position, in the order of positions, without the points that this instance stored itself.</summary>
    /// <param name="position">The last position read so far; 0 for all.</param>
    /// <param name="most">The most points to read. Range: at least 1.</param>
    /// <exception cref="IOException">The store could not be read.</exception>
    IReadOnlyList<SharedPoint> ReadAfter(long position, int most);
}
