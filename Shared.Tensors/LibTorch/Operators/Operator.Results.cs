using System.Numerics;

namespace TorchSharp;

internal sealed unsafe partial class Operator
{
    private static torch.Tensor[] TakeTensors(NativeValue value)
    {
        var handles = (nint*)value.Bits;
        var tensors = new torch.Tensor[value.Aux];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = handles[i] == 0 ? null! : new torch.Tensor(handles[i]);
        NativeMethods.st_free_memory(handles);
        return tensors;
    }

    private Scalar TakeScalar(NativeValue value)
    {
        switch (value.Tag)
        {
            case ValueTag.Int: return value.Bits;
            case ValueTag.Double: return BitConverter.Int64BitsToDouble(value.Bits);
            case ValueTag.Bool: return value.Bits != 0;
            case ValueTag.Complex: return TakeComplex(value);
            default:
                Unexpected("a number", value);
                return null;
        }
    }

    private static Complex TakeComplex(NativeValue value)
    {
        var parts = (double*)value.Bits;
        var number = new Complex(parts[0], parts[1]);
        NativeMethods.st_free_memory(parts);
        return number;
    }

    private static T[] TakeNumbers<T>(NativeValue value)
        where T : unmanaged
    {
        var numbers = new ReadOnlySpan<T>((void*)value.Bits, value.Aux).ToArray();
        NativeMethods.st_free_memory((void*)value.Bits);
        return numbers;
    }

    private static object? Take(NativeValue value) => value.Tag switch
    {
        ValueTag.Tensor => new torch.Tensor((nint)value.Bits, value.Aux),
        ValueTag.TensorList => TakeTensors(value),
        ValueTag.Int => value.Bits,
        ValueTag.Double => BitConverter.Int64BitsToDouble(value.Bits),
        ValueTag.Bool => value.Bits != 0,
        ValueTag.Complex => TakeComplex(value),
        ValueTag.IntList => TakeNumbers<long>(value),
        ValueTag.DoubleList => TakeNumbers<double>(value),
        ValueTag.String => NativeError.TakeText((byte*)value.Bits),
        _ => null,
    };
}
