using System.Runtime.Intrinsics;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// The points inserted last, which no tree holds yet, in blocks of eight stored component by component.
/// </summary>
/// <remarks>
/// Points are only ever appended, and a reader passes the number of points it knows, so one thread may append while others read.
/// </remarks>
internal sealed class TailBlocks
{
    /// <summary>Points that fit; a full tail becomes a tree.</summary>
    public const int Capacity = 256;

    private const int Lanes = BoxTree.Lanes;

    private readonly int _dimension;
    private readonly double[] _blocks;

    /// <summary>Starts an empty tail.</summary>
    public TailBlocks(int dimension)
    {
        _dimension = dimension;
        _blocks = new double[Capacity * dimension];
    }

    private TailBlocks(int dimension, double[] blocks)
    {
        _dimension = dimension;
        _blocks = blocks;
    }

    /// <summary>A tail that can be appended to without changing this one.</summary>
    public TailBlocks Copy() => new(_dimension, [.. _blocks]);

    /// <summary>Writes the point at a position; only the owner of the position may call this.</summary>
    public void Write(int position, ReadOnlySpan<double> point)
    {
        int block = position / Lanes * Lanes * _dimension + position % Lanes;
        for (int component = 0; component < point.Length; component++)
            _blocks[block + component * Lanes] = point[component];
    }

    /// <summary>Offers the first <paramref name="count"/> points to the list of candidates.</summary>
    /// <param name="query">First component of the query.</param>
    /// <param name="count">How many points the reader knows.</param>
    /// <param name="firstIndex">Index of the point at position 0.</param>
    /// <param name="best">The list of candidates.</param>
    public void Search(ref readonly double query, int count, int firstIndex, CandidateList best)
    {
        for (int start = 0; start < count; start += Lanes)
        {
            Vector512<double> squared = BoxTree.SquaredDistances(in query, in _blocks[start * _dimension], _dimension);
            uint known = count - start >= Lanes ? 0xFFu : (1u << (count - start)) - 1;
            uint lanes = known & (uint)Vector512.LessThanOrEqual(squared, Vector512.Create(best.Worst)).ExtractMostSignificantBits();
            for (; lanes != 0; lanes &= lanes - 1)
            {
                int lane = int.TrailingZeroCount((int)lanes);
                best.Offer(squared.GetElement(lane), firstIndex + start + lane);
            }
        }
    }
}
