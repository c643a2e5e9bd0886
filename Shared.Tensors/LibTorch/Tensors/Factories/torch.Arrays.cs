using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

// Tensors of arrays of any rank, and over the memory of an array.
public static partial class torch
{
    /// <summary>A tensor with a copy of an array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, dtype: null, device);

    /// <inheritdoc cref="from_array(Array, Device)"/>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var sizes = new long[rawArray.Rank];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = rawArray.GetLongLength(i);
        RefuseNames(names);
        using var borrowed = Borrowed(rawArray, ElementType(rawArray.GetType().GetElementType()!), sizes, offset: 0);
        using var copy = borrowed.clone();
        return Recorded(FactoryOperators.ToByDevice.Call(copy, device ?? CPU, dtype ?? copy.dtype), requires_grad);
    }

    /// <summary>
    /// A vector over the memory of an array, without copying: each sees what the other writes. The array stays in place until the
    /// last tensor over it is gone.
    /// </summary>
    /// <param name="rawArray">The array.</param>
    /// <param name="dtype">The type of the elements, which the array's must be.</param>
    /// <param name="count">How many elements; -1 takes all from the offset on.</param>
    /// <param name="offset">The first element.</param>
    /// <param name="requires_grad">Whether operations are recorded.</param>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0,
        bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var type = ElementType(rawArray.GetType().GetElementType()!);
        if (type != dtype)
            throw new ArgumentException($"The array holds {type}, not {dtype}.", nameof(dtype));
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, rawArray.LongLength);
        if (count < 0)
            count = rawArray.LongLength - offset;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, rawArray.LongLength - offset);
        return Recorded(Borrowed(rawArray, dtype, [count], offset), requires_grad);
    }

    private static unsafe Tensor Borrowed(Array array, ScalarType type, ReadOnlySpan<long> sizes, long offset)
    {
        // Not GCHandleType.Pinned: an array of bools is not blittable, though its bytes are libtorch's.
        var pin = new PinnedGCHandle<Array>(array);
        var data = Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        nint handle;
        int code;
        fixed (long* shape = sizes)
        {
            code = NativeMethods.st_from_memory((byte*)data + offset * ItemSize(type), shape, sizes.Length, (int)type, (int)DeviceType.CPU, -1,
                &ReleaseArray, (void*)PinnedGCHandle<Array>.ToIntPtr(pin), &handle);
        }
        if (code != 0)
            pin.Dispose();
        NativeError.Check(code);
        return new Tensor(handle);
    }

    [UnmanagedCallersOnly]
    private static unsafe void ReleaseArray(void* context) => PinnedGCHandle<Array>.FromIntPtr((nint)context).Dispose();

    private static int ItemSize(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.ComplexFloat64 => 16,
        _ => 8,
    };
}
