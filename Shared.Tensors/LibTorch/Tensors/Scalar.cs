using System.Numerics;

namespace TorchSharp;

/// <summary>A number with its type, converted implicitly from .NET's numbers. Holds no native memory.</summary>
public sealed class Scalar : IDisposable
{
    private readonly ValueTag _tag;
    private readonly long _bits;

    private Scalar(torch.ScalarType type, long value)
    {
        Type = type;
        _tag = type == torch.ScalarType.Bool ? ValueTag.Bool : ValueTag.Int;
        _bits = value;
    }

    private Scalar(torch.ScalarType type, double value)
    {
        Type = type;
        _tag = ValueTag.Double;
        _bits = BitConverter.DoubleToInt64Bits(value);
    }

    private Scalar(torch.ScalarType type, Complex value)
        : this(type, value.Real)
    {
        _tag = ValueTag.Complex;
        Imaginary = value.Imaginary;
    }

    /// <summary>The type of the number it was made from.</summary>
    public torch.ScalarType Type { get; }

    /// <summary>The number, or the real part of a complex one, as a double.</summary>
    internal double Real => _tag is ValueTag.Double or ValueTag.Complex ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    /// <summary>The imaginary part of a complex number; 0 otherwise.</summary>
    internal double Imaginary { get; }

    /// <summary>The number as an integer; a fraction is cut off.</summary>
    internal long Integer => _tag is ValueTag.Double or ValueTag.Complex ? (long)Real : _bits;

    internal bool IsComplex => _tag == ValueTag.Complex;

    /// <summary>An unsigned 8-bit integer.</summary>
    public static implicit operator Scalar(byte value) => new(torch.ScalarType.Byte, (long)value);

    /// <summary>A signed 8-bit integer.</summary>
    public static implicit operator Scalar(sbyte value) => new(torch.ScalarType.Int8, (long)value);

    /// <summary>A 16-bit integer.</summary>
    public static implicit operator Scalar(short value) => new(torch.ScalarType.Int16, (long)value);

    /// <summary>A 32-bit integer.</summary>
    public static implicit operator Scalar(int value) => new(torch.ScalarType.Int32, (long)value);

    /// <summary>A 64-bit integer.</summary>
    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, value);

    /// <summary>A 32-bit floating-point number.</summary>
    public static implicit operator Scalar(float value) => new(torch.ScalarType.Float32, (double)value);

    /// <summary>A 64-bit floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(torch.ScalarType.Float64, value);

    /// <summary>A bool.</summary>
    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, value ? 1L : 0L);

    /// <summary>A complex number of two 32-bit parts.</summary>
    public static implicit operator Scalar((float, float) value) =>
        new(torch.ScalarType.ComplexFloat32, new Complex(value.Item1, value.Item2));

    /// <summary>A complex number.</summary>
    public static implicit operator Scalar(Complex value) => new(torch.ScalarType.ComplexFloat64, value);

    internal static Scalar BFloat16(float value) => new(torch.ScalarType.BFloat16, (double)value);

    internal Argument ToArgument() => IsComplex ? Argument.ComplexNumber(this) : Argument.Number(_tag, _bits);

    /// <summary>Does nothing: a scalar holds no native memory.</summary>
    public void Dispose()
    {
    }
}
