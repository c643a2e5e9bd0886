namespace TorchSharp;

/// <summary>Tensors, their operators and their gradients; the names are those of Python's torch.</summary>
public static partial class torch
{
    /// <inheritdoc cref="ScalarType.Byte"/>
    public static readonly ScalarType uint8 = ScalarType.Byte;

    /// <inheritdoc cref="ScalarType.Int8"/>
    public static readonly ScalarType int8 = ScalarType.Int8;

    /// <inheritdoc cref="ScalarType.Int16"/>
    public static readonly ScalarType int16 = ScalarType.Int16;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public static readonly ScalarType int32 = ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.Float16"/>
    public static readonly ScalarType float16 = ScalarType.Float16;

    /// <inheritdoc cref="ScalarType.Float16"/>
    public static readonly ScalarType half = ScalarType.Float16;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <inheritdoc cref="ScalarType.BFloat16"/>
    public static readonly ScalarType bfloat16 = ScalarType.BFloat16;

    /// <inheritdoc cref="ScalarType.ComplexFloat32"/>
    public static readonly ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <inheritdoc cref="ScalarType.ComplexFloat64"/>
    public static readonly ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <inheritdoc cref="ScalarType.ComplexFloat32"/>
    public static readonly ScalarType cfloat = ScalarType.ComplexFloat32;

    /// <inheritdoc cref="ScalarType.ComplexFloat64"/>
    public static readonly ScalarType cdouble = ScalarType.ComplexFloat64;

    /// <inheritdoc cref="ScalarType.Int16"/>
    public static readonly ScalarType @short = ScalarType.Int16;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public static readonly ScalarType @int = ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public static readonly ScalarType @long = ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public static readonly ScalarType @float = ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public static readonly ScalarType @double = ScalarType.Float64;

    /// <inheritdoc cref="ScalarType.Bool"/>
    public static readonly ScalarType @bool = ScalarType.Bool;
}
