namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of the elements: a vector, or row-major with the sizes given.</summary>
    public static Tensor tensor(System.Numerics.Complex[] rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<System.Numerics.Complex>(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <inheritdoc cref="tensor(System.Numerics.Complex[], ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(System.Numerics.Complex[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<System.Numerics.Complex>(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <inheritdoc cref="tensor(System.Numerics.Complex[], ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Copied<System.Numerics.Complex>(Elements(rawArray), [rawArray.Count], dtype, device, requires_grad, names);

    /// <inheritdoc cref="tensor(System.Numerics.Complex[], ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<System.Numerics.Complex>(Elements(rawArray), dimensions, dtype, device, requires_grad, names);

    /// <inheritdoc cref="tensor(System.Numerics.Complex[], ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, long dim0, long dim1, long dim2,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<System.Numerics.Complex>(Elements(rawArray), [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <inheritdoc cref="tensor(System.Numerics.Complex[], ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, long dim0, long dim1, long dim2, long dim3,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<System.Numerics.Complex>(Elements(rawArray), [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <inheritdoc cref="tensor(System.Numerics.Complex[], ScalarType?, Device, bool, string[])"/>
    public static Tensor tensor(IList<System.Numerics.Complex> rawArray, long rows, long columns, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<System.Numerics.Complex>(Elements(rawArray), [rows, columns], dtype, device, requires_grad, names);
}
