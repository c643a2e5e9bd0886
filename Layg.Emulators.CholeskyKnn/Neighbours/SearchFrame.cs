using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>The children of one opened node, nearest first.</summary>
/// <remarks>
/// A key is the bit pattern of a child's squared distance with the lowest three bits replaced by its lane. Bit patterns of
/// non-negative numbers sort like the numbers, and losing the last bits can only make a bound smaller, which is safe.
/// </remarks>
internal struct SearchFrame
{
    private const long LaneMask = BoxTree.Lanes - 1;

    /// <summary>Number of the node in lane 0.</summary>
    public int FirstChild;

    /// <summary>Number of children.</summary>
    public int Count;

    /// <summary>Position in <see cref="Keys"/> of the child to visit next.</summary>
    public int Next;

    /// <summary>The children's keys, ascending.</summary>
    public KeyList Keys;

    /// <summary>The lower bound of the squared distance in a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double BoundOf(long key) => BitConverter.Int64BitsToDouble(key & ~LaneMask);

    /// <summary>The lane in a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LaneOf(long key) => (int)(key & LaneMask);

    /// <summary>Starts the visit of a node.</summary>
    /// <param name="squared">Squared distances of the children's boxes.</param>
    /// <param name="firstChild">Number of the node in lane 0.</param>
    /// <param name="count">Number of children; the lanes from there on hold infinity.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Open(Vector512<double> squared, int firstChild, int count)
    {
        FirstChild = firstChild;
        Count = count;
        Next = 0;
        Vector512<long> keys = (squared.AsInt64() & Vector512.Create(~LaneMask)) | Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7);
        if (Vector512.IsHardwareAccelerated)
        {
            SortLanes(keys).StoreUnsafe(ref Keys[0]);
            return;
        }

        keys.StoreUnsafe(ref Keys[0]);
        for (int i = 1; i < BoxTree.Lanes; i++)
        {
            long key = Keys[i];
            int hole = i;
            for (; hole > 0 && Keys[hole - 1] > key; hole--)
                Keys[hole] = Keys[hole - 1];
            Keys[hole] = key;
        }
    }

    /// <summary>Batcher's sorting network for eight elements: six layers of exchanges between lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> SortLanes(Vector512<long> keys)
    {
        keys = Exchange(keys, Vector512.Create(2L, 3, 0, 1, 6, 7, 4, 5), Vector512.Create(0L, 0, -1, -1, 0, 0, -1, -1));
        keys = Exchange(keys, Vector512.Create(4L, 5, 6, 7, 0, 1, 2, 3), Vector512.Create(0L, 0, 0, 0, -1, -1, -1, -1));
        keys = Exchange(keys, Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6), Vector512.Create(0L, -1, 0, -1, 0, -1, 0, -1));
        keys = Exchange(keys, Vector512.Create(0L, 1, 4, 5, 2, 3, 6, 7), Vector512.Create(0L, 0, 0, 0, -1, -1, 0, 0));
        keys = Exchange(keys, Vector512.Create(0L, 4, 2, 6, 1, 5, 3, 7), Vector512.Create(0L, 0, 0, 0, -1, 0, -1, 0));
        return Exchange(keys, Vector512.Create(0L, 2, 1, 4, 3, 6, 5, 7), Vector512.Create(0L, 0, -1, 0, -1, 0, -1, 0));
    }

    /// <summary>Orders pairs of lanes: the larger of each pair goes to the lane set in <paramref name="upper"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Exchange(Vector512<long> keys, Vector512<long> partner, Vector512<long> upper)
    {
        Vector512<long> other = Vector512.Shuffle(keys, partner);
        return Vector512.ConditionalSelect(upper, Vector512.Max(keys, other), Vector512.Min(keys, other));
    }

    /// <summary>Room for one key per lane.</summary>
    [InlineArray(BoxTree.Lanes)]
    internal struct KeyList
    {
        private long _first;
    }
}
