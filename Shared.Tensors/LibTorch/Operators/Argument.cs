using System.Runtime.CompilerServices;
using System.Text;

namespace TorchSharp;

/// <summary>
/// One argument of an operator: a tensor, number, string, device, generator or list, made by implicit conversion. It keeps a reference
/// to what it came from, so nothing is copied or allocated before the call.
/// </summary>
internal readonly partial struct Argument
{
    // A list given as one number stays in place: no array is needed for the common dim: long.
    private const int InPlace = -1;

    private readonly long _bits;
    private readonly int _aux;
    private readonly ValueTag _tag;

    private Argument(ValueTag tag, object? reference, long bits = 0, int aux = 0)
    {
        _tag = tag;
        Reference = reference;
        _bits = bits;
        _aux = aux;
    }

    /// <summary>No value: null for an optional parameter without default, the default otherwise.</summary>
    internal static Argument None => default;

    internal object? Reference { get; }

    /// <summary>Writes what needs no memory beyond the value, and returns how many bytes <see cref="WriteList"/> needs.</summary>
    internal unsafe int Write(NativeValue* value)
    {
        value->Tag = _tag;
        value->Aux = _aux;
        value->Bits = _bits;
        switch (_tag)
        {
            case ValueTag.Tensor:
                value->Bits = Unsafe.As<torch.Tensor>(Reference!).Handle;
                return 0;
            case ValueTag.Generator:
                value->Bits = Unsafe.As<torch.Generator>(Reference!).Handle;
                return 0;
            case ValueTag.None or ValueTag.Int or ValueTag.Double or ValueTag.Bool or ValueTag.Device:
                return 0;
            default:
                return ListBytes();
        }
    }

    /// <summary>Writes the list or text into the scratch memory and returns the bytes used.</summary>
    internal unsafe int WriteList(NativeValue* value, byte* scratch)
    {
        var bytes = _tag is ValueTag.None or ValueTag.Tensor or ValueTag.Generator or ValueTag.Int or ValueTag.Double or ValueTag.Bool
            or ValueTag.Device ? 0 : ListBytes();
        if (bytes == 0)
            return 0;
        value->Bits = (long)scratch;
        var memory = new Span<byte>(scratch, bytes);
        switch (Reference)
        {
            case null when _aux == InPlace:
                *(long*)scratch = _bits;
                value->Aux = 1;
                break;
            case long[] integers:
                integers.CopyTo(new Span<long>(scratch, integers.Length));
                value->Aux = integers.Length;
                break;
            case double[] numbers:
                numbers.CopyTo(new Span<double>(scratch, numbers.Length));
                value->Aux = numbers.Length;
                break;
            case bool[] flags:
                for (var i = 0; i < flags.Length; i++)
                    scratch[i] = flags[i] ? (byte)1 : (byte)0;
                value->Aux = flags.Length;
                break;
            case string text:
                value->Aux = Encoding.UTF8.GetBytes(text, memory);
                break;
            case Scalar scalar:
                ((double*)scratch)[0] = scalar.Real;
                ((double*)scratch)[1] = scalar.Imaginary;
                break;
            case IReadOnlyList<torch.Tensor?> tensors:
                for (var i = 0; i < tensors.Count; i++)
                    ((nint*)scratch)[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
                value->Aux = tensors.Count;
                break;
        }
        return bytes;
    }

    // Multiples of 8 keep every list aligned.
    private int ListBytes() => _tag switch
    {
        _ when Reference is null => 8,
        ValueTag.IntList => Math.Max(1, Unsafe.As<long[]>(Reference).Length) * 8,
        ValueTag.DoubleList => Math.Max(1, Unsafe.As<double[]>(Reference).Length) * 8,
        ValueTag.BoolList => (Unsafe.As<bool[]>(Reference).Length + 8) & ~7,
        ValueTag.String => (Encoding.UTF8.GetMaxByteCount(Unsafe.As<string>(Reference).Length) + 7) & ~7,
        ValueTag.Complex => 16,
        _ => Math.Max(1, ((IReadOnlyList<torch.Tensor?>)Reference).Count) * 8,
    };
}
