namespace TorchSharp;

// Arithmetic operators.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element with broadcasting.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        /// <summary>The difference, element by element with broadcasting.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Scalar left, Tensor right) => ArithmeticOperators.RsubByScalar.Call(right, left);

        /// <summary>The product, element by element with broadcasting.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        /// <summary>The quotient, element by element with broadcasting.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Scalar left, Tensor right) => Divide(left, right);

        /// <summary>The remainder with the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        /// <inheritdoc cref="operator %(Tensor, Tensor)"/>
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        /// <summary>The tensor with the other sign.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        /// <summary>Every bit, or bool, turned over.</summary>
        public static Tensor operator ~(Tensor left) => ArithmeticOperators.BitwiseNot.Call(left);

        /// <summary>Bitwise and, or the logical one of bools.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => ArithmeticOperators.BitwiseAndByTensor.Call(left, right);

        /// <summary>Bitwise or, or the logical one of bools.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => ArithmeticOperators.BitwiseOrByTensor.Call(left, right);

        /// <summary>Bitwise exclusive or, or the logical one of bools.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => ArithmeticOperators.BitwiseXorByTensor.Call(left, right);

        // number / tensor has no operator of its own: the number becomes a tensor without dimensions, which takes no part in the result's type.
        private static Tensor Divide(Scalar left, Tensor right)
        {
            using var number = NumberLike(left, right);
            return number.div(right);
        }

        private static Tensor NumberLike(Scalar value, Tensor like)
        {
            var type = torch.is_complex(value.Type) ? value.Type : like.is_integral() || like.dtype == ScalarType.Bool ? value.Type : like.dtype;
            return full([], value, type, like.device);
        }
    }
}
