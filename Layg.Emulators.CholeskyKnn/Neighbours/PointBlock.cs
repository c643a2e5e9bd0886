using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// The one place where the distance of a point is computed: blocks of sixteen points stored component by component.
/// </summary>
internal static class PointBlock
{
    /// <summary>Points in a block: two vectors, so that two independent sums are under way.</summary>
    public const int Size = 2 * Lanes;

    private const int Lanes = 8;

    /// <summary>Where a component of a point lies.</summary>
    /// <param name="point">Position of the point in the run of blocks.</param>
    /// <param name="component">The component.</param>
    /// <param name="dimension">Components of a point.</param>
    public static int Offset(int point, int component, int dimension) =>
        (point / Size * dimension + component) * Size + point % Size;

    /// <summary>Offers those points of a block to the list of candidates that are near enough.</summary>
    /// <param name="query">First component of the query.</param>
    /// <param name="block">First number of the block, [dimension, 16].</param>
    /// <param name="dimension">Components of a point.</param>
    /// <param name="used">A bit for each point to consider; a point with a NaN never qualifies.</param>
    /// <param name="indices">
    /// The points' indices, or a null reference if they follow each other from <paramref name="firstIndex"/> on.
    /// </param>
    /// <param name="firstIndex">Index of the first point, where <paramref name="indices"/> is null.</param>
    /// <param name="best">The list of candidates.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Offer(
        ref double query, ref double block, int dimension, uint used, ref int indices, int firstIndex, CandidateList best)
    {
        Vector512<double> first = Vector512<double>.Zero;
        Vector512<double> second = Vector512<double>.Zero;
        for (nuint i = 0; i < (nuint)dimension; i++)
        {
            Vector512<double> at = Vector512.Create(Unsafe.Add(ref query, i));
            Vector512<double> firstGap = Vector512.LoadUnsafe(ref block, i * Size) - at;
            Vector512<double> secondGap = Vector512.LoadUnsafe(ref block, i * Size + Lanes) - at;
            first = Vector512.FusedMultiplyAdd(firstGap, firstGap, first);
            second = Vector512.FusedMultiplyAdd(secondGap, secondGap, second);
        }

        Vector512<double> worst = Vector512.Create(best.Worst);
        uint near = used & (uint)(Vector512.LessThanOrEqual(first, worst).ExtractMostSignificantBits()
            | (Vector512.LessThanOrEqual(second, worst).ExtractMostSignificantBits() << Lanes));
        if (near != 0)
            OfferNear(first, second, near, ref indices, firstIndex, best);
    }

    private static void OfferNear(
        Vector512<double> first, Vector512<double> second, uint near, ref int indices, int firstIndex, CandidateList best)
    {
        Distances distances = default;
        first.StoreUnsafe(ref distances[0]);
        second.StoreUnsafe(ref distances[Lanes]);
        for (; near != 0; near &= near - 1)
        {
            int lane = BitOperations.TrailingZeroCount(near);
            best.Offer(distances[lane], Unsafe.IsNullRef(ref indices) ? firstIndex + lane : Unsafe.Add(ref indices, lane));
        }
    }

    [InlineArray(Size)]
    private struct Distances
    {
        private double _first;
    }
}
