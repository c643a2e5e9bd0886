using System.Runtime.InteropServices;

namespace TorchSharp;

// What all factories share.
public static partial class torch
{
    private static Tensor Filled(Operator op, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        RefuseNames(names);
        return Recorded(op.Call(size, dtype, Argument.None, device), requires_grad);
    }

    private static Tensor FilledWith(Operator op, ReadOnlySpan<long> size, Scalar value, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
    {
        RefuseNames(names);
        return Recorded(op.Call(size, value, dtype, Argument.None, device), requires_grad);
    }

    private static Tensor Drawn(Operator op, ReadOnlySpan<long> size, Generator? generator, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
    {
        RefuseNames(names);
        return Recorded(op.Call(size, generator, dtype, Argument.None, device), requires_grad);
    }

    private static unsafe Tensor Copied<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device,
        bool requires_grad, string[]? names)
        where T : unmanaged
    {
        RefuseNames(names);
        var count = 1L;
        foreach (var size in sizes)
            count *= size;
        if (count != elements.Length)
        {
            throw new ArgumentException(
                $"A tensor of shape [{string.Join(", ", sizes.ToArray())}] has {count} elements, not {elements.Length}.", nameof(elements));
        }
        device ??= CPU;
        nint handle;
        fixed (T* data = elements)
        fixed (long* shape = sizes)
        {
            NativeError.Check(NativeMethods.st_from_memory(data, shape, sizes.Length, (int)ElementType<T>(), (int)device.type, device.index,
                null, null, &handle));
        }
        var tensor = new Tensor(handle);
        if (dtype is not { } wanted || wanted == ElementType<T>())
            return Recorded(tensor, requires_grad);
        using (tensor)
            return Recorded(tensor.type(wanted), requires_grad);
    }

    private static ReadOnlySpan<T> Elements<T>(IList<T> elements) => elements switch
    {
        T[] array => array,
        List<T> list => CollectionsMarshal.AsSpan(list),
        _ => elements.ToArray(),
    };

    internal static ScalarType ElementType<T>() => ElementType(typeof(T));

    internal static ScalarType ElementType(Type type) => ElementTypes.TryGetValue(type, out var found) ? found
        : throw new ArgumentException($"{type.Name} is not a type of elements; allowed are {string.Join(", ", ElementTypes.Keys.Select(known => known.Name))}.", nameof(type));

    private static readonly Dictionary<Type, ScalarType> ElementTypes = new()
    {
        [typeof(byte)] = ScalarType.Byte,
        [typeof(sbyte)] = ScalarType.Int8,
        [typeof(short)] = ScalarType.Int16,
        [typeof(int)] = ScalarType.Int32,
        [typeof(long)] = ScalarType.Int64,
        [typeof(Half)] = ScalarType.Float16,
        [typeof(float)] = ScalarType.Float32,
        [typeof(double)] = ScalarType.Float64,
        [typeof((float, float))] = ScalarType.ComplexFloat32,
        [typeof(System.Numerics.Complex)] = ScalarType.ComplexFloat64,
        [typeof(bool)] = ScalarType.Bool,
    };

    private static Tensor Recorded(Tensor tensor, bool requires_grad)
    {
        if (requires_grad)
            tensor.requires_grad = true;
        return tensor;
    }

    private static void RefuseNames(string[]? names)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("Named dimensions are not supported; leave names out.");
    }
}
