using System.Runtime.CompilerServices;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// The points inserted last, which no tree holds yet, in blocks of sixteen stored component by component.
/// </summary>
/// <remarks>
/// Points are only ever appended, and a reader passes the number of points it knows, so one thread may append while others read.
/// </remarks>
internal sealed class TailBlocks
{
    /// <summary>Points that fit; a full tail becomes a tree.</summary>
    public const int Capacity = 256;

    private readonly int _dimension;
    private readonly AlignedArray _blocks;

    /// <summary>Starts an empty tail.</summary>
    public TailBlocks(int dimension)
    {
        _dimension = dimension;
        _blocks = new AlignedArray(Capacity * dimension);
    }

    /// <summary>A tail that can be appended to without changing this one.</summary>
    public TailBlocks Copy()
    {
        var copy = new TailBlocks(_dimension);
        _blocks.Span.CopyTo(copy._blocks.Span);
        return copy;
    }

    /// <summary>Writes the point at a position; only the owner of the position may call this.</summary>
    public void Write(int position, ReadOnlySpan<double> point)
    {
        for (int component = 0; component < point.Length; component++)
            _blocks.At(PointBlock.Offset(position, component, _dimension)) = point[component];
    }

    /// <summary>Offers the first <paramref name="count"/> points to the list of candidates.</summary>
    /// <param name="query">First component of the query.</param>
    /// <param name="count">How many points the reader knows.</param>
    /// <param name="firstIndex">Index of the point at position 0.</param>
    /// <param name="best">The list of candidates.</param>
    public void Search(ref double query, int count, int firstIndex, CandidateList best)
    {
        for (int start = 0; start < count; start += PointBlock.Size)
        {
            int known = Math.Min(PointBlock.Size, count - start);
            PointBlock.Offer(
                ref query,
                ref _blocks.At(start * _dimension),
                _dimension,
                (1u << known) - 1,
                ref Unsafe.NullRef<int>(),
                firstIndex + start,
                best);
        }
    }
}
