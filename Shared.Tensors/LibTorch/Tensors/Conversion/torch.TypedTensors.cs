namespace TorchSharp;

// Conversions of type by the names of tensors of each type.
public static partial class torch
{
    /// <summary>The tensor with elements of <see cref="ScalarType.Bool"/>.</summary>
    public static Tensor BoolTensor(Tensor t) => t.type(ScalarType.Bool);

    /// <summary>The tensor with elements of <see cref="ScalarType.Byte"/>.</summary>
    public static Tensor ByteTensor(Tensor t) => t.type(ScalarType.Byte);

    /// <summary>The tensor with elements of <see cref="ScalarType.Int16"/>.</summary>
    public static Tensor ShortTensor(Tensor t) => t.type(ScalarType.Int16);

    /// <summary>The tensor with elements of <see cref="ScalarType.Int32"/>.</summary>
    public static Tensor IntTensor(Tensor t) => t.type(ScalarType.Int32);

    /// <summary>The tensor with elements of <see cref="ScalarType.Int64"/>.</summary>
    public static Tensor LongTensor(Tensor t) => t.type(ScalarType.Int64);

    /// <summary>The tensor with elements of <see cref="ScalarType.Float32"/>.</summary>
    public static Tensor FloatTensor(Tensor t) => t.type(ScalarType.Float32);

    /// <summary>The tensor with elements of <see cref="ScalarType.Float64"/>.</summary>
    public static Tensor DoubleTensor(Tensor t) => t.type(ScalarType.Float64);
}
