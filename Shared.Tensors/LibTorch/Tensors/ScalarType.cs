namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type of a tensor's elements.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integers.</summary>
        Byte = 0,

        /// <summary>Signed 8-bit integers.</summary>
        Int8 = 1,

        /// <summary>Signed 16-bit integers.</summary>
        Int16 = 2,

        /// <summary>Signed 32-bit integers.</summary>
        Int32 = 3,

        /// <summary>Signed 64-bit integers.</summary>
        Int64 = 4,

        /// <summary>16-bit floating point (IEEE half).</summary>
        Float16 = 5,

        /// <summary>32-bit floating point.</summary>
        Float32 = 6,

        /// <summary>64-bit floating point.</summary>
        Float64 = 7,

        /// <summary>Complex numbers of two 32-bit floats.</summary>
        ComplexFloat32 = 9,

        /// <summary>Complex numbers of two 64-bit floats.</summary>
        ComplexFloat64 = 10,

        /// <summary>Booleans, one byte each.</summary>
        Bool = 11,

        /// <summary>16-bit floating point with the exponent of a 32-bit one.</summary>
        BFloat16 = 15,
    }
}
