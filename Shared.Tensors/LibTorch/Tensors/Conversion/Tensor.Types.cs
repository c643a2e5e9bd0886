namespace TorchSharp;

// Other types of elements.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements as another type; this very memory where they are already.</summary>
        public Tensor type(ScalarType dtype) => ConversionOperators.ToByDtype.Call(this, dtype);

        /// <summary>The elements as the other tensor's type.</summary>
        public Tensor type_as(Tensor tensor) => type(tensor.dtype);

        /// <summary>The elements in the processor's memory; this very memory where they are already.</summary>
        public Tensor cpu() => FactoryOperators.ToByDevice.Call(this, CPU, dtype);

        /// <summary>The elements as unsigned 8-bit integers; this very memory where they are already.</summary>
        public Tensor @byte() => type(ScalarType.Byte);

        /// <summary>The elements as signed 8-bit integers; this very memory where they are already.</summary>
        public Tensor @char() => type(ScalarType.Int8);

        /// <summary>The elements as 32-bit integers; this very memory where they are already.</summary>
        public Tensor @int() => type(ScalarType.Int32);

        /// <summary>The elements as 64-bit integers; this very memory where they are already.</summary>
        public Tensor @long() => type(ScalarType.Int64);

        /// <summary>The elements as 32-bit floating-point numbers; this very memory where they are already.</summary>
        public Tensor @float() => type(ScalarType.Float32);

        /// <summary>The elements as 64-bit floating-point numbers; this very memory where they are already.</summary>
        public Tensor @double() => type(ScalarType.Float64);

        /// <summary>The elements as bools; this very memory where they are already.</summary>
        public Tensor @bool() => type(ScalarType.Bool);
    }
}
