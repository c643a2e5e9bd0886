using System.Numerics;

namespace TorchSharp;

/// <summary>Conversions between numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this Complex value) => value;

    /// <summary>The number as a scalar.</summary>
    public static Scalar ToScalar(this (float, float) value) => value;

    /// <summary>The number as a scalar of type bfloat16.</summary>
    public static Scalar ToBFloat16Scalar(this float value) => Scalar.BFloat16(value);

    /// <summary>The number as an unsigned 8-bit integer.</summary>
    public static byte ToByte(this Scalar value) => unchecked((byte)value.Integer);

    /// <summary>The number as a signed 8-bit integer.</summary>
    public static sbyte ToSByte(this Scalar value) => unchecked((sbyte)value.Integer);

    /// <summary>The number as a 16-bit integer.</summary>
    public static short ToInt16(this Scalar value) => unchecked((short)value.Integer);

    /// <summary>The number as a 32-bit integer.</summary>
    public static int ToInt32(this Scalar value) => unchecked((int)value.Integer);

    /// <summary>The number as a 64-bit integer.</summary>
    public static long ToInt64(this Scalar value) => value.Integer;

    /// <summary>The number as a 32-bit floating-point number.</summary>
    public static float ToSingle(this Scalar value) => (float)value.Real;

    /// <summary>The number as a 64-bit floating-point number.</summary>
    public static double ToDouble(this Scalar value) => value.Real;

    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.Real != 0 || value.Imaginary != 0;

    /// <summary>The number as a complex one of two 32-bit parts.</summary>
    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) => ((float)value.Real,
        (float)value.Imaginary);

    /// <summary>The number as a complex one.</summary>
    public static Complex ToComplexFloat64(this Scalar value) => new(value.Real, value.Imaginary);
}
