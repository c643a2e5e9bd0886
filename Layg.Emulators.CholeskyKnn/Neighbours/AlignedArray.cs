using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>An array of doubles that starts at a multiple of 64 bytes, so that a wide vector never straddles two cache lines.</summary>
internal readonly struct AlignedArray
{
    private const int Alignment = 64;

    private readonly double[] _memory;
    private readonly int _offset;

    /// <summary>Allocates <paramref name="length"/> numbers of any value; the memory does not move while it lives.</summary>
    public AlignedArray(int length)
    {
        Length = length;
        _memory = GC.AllocateUninitializedArray<double>(checked(length + Alignment / sizeof(double)), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _offset = (int)(-address & (Alignment - 1)) / sizeof(double);
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>The elements.</summary>
    public Span<double> Span => _memory.AsSpan(_offset, Length);

    /// <summary>The element at a position that the caller knows to be inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double At(int position) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _offset + position);
}
