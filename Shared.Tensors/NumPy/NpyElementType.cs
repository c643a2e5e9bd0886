namespace Shared.Tensors.NumPy;

/// <summary>What the elements of an <see cref="NpyArray"/> are.</summary>
public enum NpyElementType
{
    /// <summary>Truth values, one byte each (NumPy <c>bool</c>, .NET <see cref="bool"/>).</summary>
    Boolean,

    /// <summary>32-bit integers (NumPy <c>int32</c>, .NET <see cref="int"/>).</summary>
    Int32,

    /// <summary>64-bit integers (NumPy <c>int64</c>, .NET <see cref="long"/>).</summary>
    Int64,

    /// <summary>32-bit floating-point numbers (NumPy <c>float32</c>, .NET <see cref="float"/>).</summary>
    Single,

    /// <summary>64-bit floating-point numbers (NumPy <c>float64</c>, .NET <see cref="double"/>).</summary>
    Double,
}
