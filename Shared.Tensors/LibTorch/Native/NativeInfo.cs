using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What is known of a tensor; the pointers hold while the tensor lives and is not resized.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeInfo
{
    public void* Data;
    public long* SizesPointer;
    public long* StridesPointer;
    public long Count;
    public long StorageOffset;
    public long ItemSize;
    public int Dimensions;
    public int DType;
    public int DeviceType;
    public int DeviceIndex;
    public int Layout;
    public int Flags;

    public readonly ReadOnlySpan<long> Sizes => new(SizesPointer, Dimensions);

    public readonly ReadOnlySpan<long> Strides => StridesPointer is null ? default : new(StridesPointer, Dimensions);

    public readonly bool RequiresGrad => (Flags & 1) != 0;

    public readonly bool IsLeaf => (Flags & 2) != 0;

    public readonly bool IsContiguous => (Flags & 4) != 0;

    public readonly bool HasGrad => (Flags & 8) != 0;

    public readonly bool IsConjugate => (Flags & 16) != 0;

    public readonly bool IsNegative => (Flags & 32) != 0;

    public readonly bool IsInference => (Flags & 64) != 0;
}
