using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>
/// The best k points seen so far, sorted by squared distance and, where that is equal, by index.
/// </summary>
/// <remarks>
/// Slot 0 is a sentinel below every distance; candidates start at slot 1 and are padded to whole SIMD vectors with
/// infinity. An insertion shifts whole vectors, so it has no branch that depends on where the new candidate lands.
/// </remarks>
internal sealed class CandidateList
{
    private const int Width = 8;

    private double[] _squared = [];
    private long[] _index = [];
    private int _k;
    private int _blocks;
    private double _worst;

    /// <summary>The squared distance that a point must not exceed to enter the list; infinite until k points are known.</summary>
    public double Worst => _worst;

    /// <summary>Empties the list and makes room for <paramref name="k"/> candidates. Range: k ≥ 1.</summary>
    public void Reset(int k)
    {
        _k = k;
        _blocks = (k + Width - 1) / Width;
        int slots = 1 + _blocks * Width;
        if (_squared.Length < slots)
        {
            _squared = new double[slots];
            _index = new long[slots];
        }

        _squared.AsSpan(0, slots).Fill(double.PositiveInfinity);
        _index.AsSpan(0, slots).Fill(long.MaxValue);
        _squared[0] = double.NegativeInfinity;
        _index[0] = -1;
        _worst = double.PositiveInfinity;
    }

    /// <summary>Offers a point; it enters if it comes before the last candidate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(double squared, int index)
    {
        if (squared < _worst || (squared == _worst && index < _index[_k]))
            Insert(squared, index);
    }

    /// <summary>Writes the candidates found, nearest first, and returns how many there are.</summary>
    public int CopyTo(Span<int> indices, Span<double> distances)
    {
        int found = 0;
        while (found < _k && _index[found + 1] != long.MaxValue)
        {
            indices[found] = (int)_index[found + 1];
            distances[found] = Math.Sqrt(_squared[found + 1]);
            found++;
        }

        return found;
    }

    private void Insert(double squared, long index)
    {
        ref double values = ref MemoryMarshal.GetArrayDataReference(_squared);
        ref long labels = ref MemoryMarshal.GetArrayDataReference(_index);
        int hole = _blocks * Width;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> newValue = Vector512.Create(squared);
            Vector512<long> newLabel = Vector512.Create(index);
            Vector512<double> current = Vector512.LoadUnsafe(ref values, (nuint)(hole - Width + 1));
            Vector512<long> currentLabel = Vector512.LoadUnsafe(ref labels, (nuint)(hole - Width + 1));
            while (!Vector512.EqualsAny(current, newValue))
            {
                // The last element below the block comes from memory, the others from the register: a load that spans two
                // earlier stores would have to wait for both.
                int below = hole - Width;
                double lastBelow = Unsafe.Add(ref values, below);
                Vector512<double> previous = Vector512.Shuffle(current, Vector512.Create(0L, 0, 1, 2, 3, 4, 5, 6))
                    .WithElement(0, lastBelow);
                Vector512<long> previousLabel = Vector512.Shuffle(currentLabel, Vector512.Create(0L, 0, 1, 2, 3, 4, 5, 6))
                    .WithElement(0, Unsafe.Add(ref labels, below));
                Vector512<double> beforePrevious = Vector512.LessThan(newValue, previous);
                Vector512<double> beforeCurrent = Vector512.LessThan(newValue, current);
                if (lastBelow == squared)
                    break;
                current = Vector512.ConditionalSelect(beforeCurrent, newValue, current);
                current = Vector512.ConditionalSelect(beforePrevious, previous, current);
                current.StoreUnsafe(ref values, (nuint)(below + 1));
                currentLabel = Vector512.ConditionalSelect(beforeCurrent.AsInt64(), newLabel, currentLabel);
                currentLabel = Vector512.ConditionalSelect(beforePrevious.AsInt64(), previousLabel, currentLabel);
                currentLabel.StoreUnsafe(ref labels, (nuint)(below + 1));
                if (!(squared < lastBelow))
                {
                    _worst = Unsafe.Add(ref values, _k);
                    return;
                }

                hole = below;
                current = Vector512.LoadUnsafe(ref values, (nuint)(hole - Width + 1));
                currentLabel = Vector512.LoadUnsafe(ref labels, (nuint)(hole - Width + 1));
            }
        }

        // One element at a time: without wide vectors, and from the block on where an equal distance makes the index decide.
        while (ComesBefore(squared, index, Unsafe.Add(ref values, hole - 1), Unsafe.Add(ref labels, hole - 1)))
        {
            Unsafe.Add(ref values, hole) = Unsafe.Add(ref values, hole - 1);
            Unsafe.Add(ref labels, hole) = Unsafe.Add(ref labels, hole - 1);
            hole--;
        }

        Unsafe.Add(ref values, hole) = squared;
        Unsafe.Add(ref labels, hole) = index;
        _worst = Unsafe.Add(ref values, _k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ComesBefore(double squared, long index, double otherSquared, long otherIndex) =>
        squared < otherSquared || (squared == otherSquared && index < otherIndex);
}
