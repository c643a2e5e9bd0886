namespace TorchSharp;

// What is known of types of elements, and which type results have.
public static partial class torch
{
    /// <summary>The limits of a type of floating-point or complex numbers.</summary>
    /// <exception cref="ArgumentException">The type is neither.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => Limits(16, exponent: 15, fraction: 10),
        ScalarType.BFloat16 => Limits(16, exponent: 127, fraction: 7),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, exponent: 127, fraction: 23),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, exponent: 1023, fraction: 52),
        _ => throw new ArgumentException($"{dtype} is no type of floating-point or complex numbers.", nameof(dtype)),
    };

    /// <summary>The type of floating-point numbers that factories make where none is asked for.</summary>
    public static ScalarType get_default_dtype()
    {
        using var one = empty(0);
        return one.dtype;
    }

    /// <summary>The smallest type that holds the numbers of both.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)TypeOperators.PromoteTypes.CallInt(type1, type2);

    /// <summary>The type that an operation on both tensors gives; a tensor without dimensions counts for its kind of number only.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)TypeOperators.ResultTypeByTensor.CallInt(tensor1, tensor2);

    /// <summary>Whether numbers of one type may be written to a tensor of another: not complex to real, real to integer or any to bool.</summary>
    public static bool can_cast(ScalarType from, ScalarType to) => TypeOperators.CanCast.CallBool(from, to);

    /// <summary>Whether the elements are floating-point numbers.</summary>
    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    /// <summary>Whether the elements are complex numbers.</summary>
    public static bool is_complex(Tensor input) => input.is_complex();

    /// <summary>Whether the elements are integers.</summary>
    public static bool is_integral(Tensor t) => t.is_integral();

    /// <summary>The number of elements.</summary>
    public static long numel(Tensor input) => input.numel();

    /// <summary>Whether it is a tensor.</summary>
    public static bool is_tensor(object obj) => obj is Tensor;

    private static FInfo Limits(int bits, int exponent, int fraction)
    {
        var eps = Math.ScaleB(1, -fraction);
        var max = Math.ScaleB(2 - eps, exponent);
        return new FInfo { bits = bits, eps = eps, max = max, min = -max, tiny = Math.ScaleB(1, 1 - exponent) };
    }
}
