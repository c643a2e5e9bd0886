namespace TorchSharp;

// Functions of every element, and other names of arithmetic.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The size without the sign.</summary>
        public Tensor absolute() => abs();

        /// <summary>The numbers with the opposite sign.</summary>
        public Tensor negative() => neg();

        /// <summary>The elements limited to a range.</summary>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>The products.</summary>
        public Tensor multiply(Scalar target) => mul(target);

        /// <inheritdoc cref="multiply(Scalar)"/>
        public Tensor multiply(Tensor target) => mul(target);

        /// <summary>The differences.</summary>
        public Tensor subtract(Scalar target) => sub(target);

        /// <inheritdoc cref="subtract(Scalar)"/>
        public Tensor subtract(Tensor target) => sub(target);

        /// <summary>The quotients.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <inheritdoc cref="divide(Scalar, RoundingMode)"/>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>The quotients.</summary>
        public Tensor true_divide(Scalar other) => div(other);

        /// <inheritdoc cref="true_divide(Scalar)"/>
        public Tensor true_divide(Tensor other) => div(other);

        /// <summary>The quotients rounded down.</summary>
        public Tensor floor_divide(Scalar other) => div(other, RoundingMode.floor);

        /// <inheritdoc cref="floor_divide(Scalar)"/>
        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);

        /// <summary>Which elements are greater.</summary>
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>Which elements are greater or equal.</summary>
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Which elements are less.</summary>
        public Tensor less(Tensor target) => lt(target);

        /// <summary>Which elements are less or equal.</summary>
        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>Which elements are different.</summary>
        public Tensor not_equal(Tensor target) => ne(target);

        /// <summary>The elements plus the value times the product of the two tensors.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            ArithmeticOperators.Addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>Adds the value times the product of the two tensors.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            ArithmeticOperators.AddcmulInPlace.Run(this, tensor1, tensor2, value);
            return this;
        }

        /// <summary>The elements plus the value times the quotient of the two tensors.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            ArithmeticOperators.Addcdiv.Call(this, tensor1, tensor2, value);

        /// <inheritdoc cref="addcdiv(Tensor, Tensor, Scalar)"/>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => ArithmeticOperators.Addcdiv.Call(this, tensor1, tensor2);

        /// <summary>Adds the value times the quotient of the two tensors.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            ArithmeticOperators.AddcdivInPlace.Run(this, tensor1, tensor2, value);
            return this;
        }

        /// <inheritdoc cref="addcdiv_(Tensor, Tensor, Scalar)"/>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2)
        {
            ArithmeticOperators.AddcdivInPlace.Run(this, tensor1, tensor2);
            return this;
        }

        /// <summary>Moves the elements towards the end by the weight.</summary>
        public Tensor lerp_(Tensor end, Tensor weight)
        {
            ArithmeticOperators.LerpInPlaceByTensor.Run(this, end, weight);
            return this;
        }

        /// <summary>The sizes of the elements with the signs of the others.</summary>
        public Tensor copysign(Tensor other) => ArithmeticOperators.CopysignByTensor.Call(this, other);

        /// <summary>The larger of two elements; a number where the other is not one.</summary>
        public Tensor fmax(Tensor other) => ArithmeticOperators.Fmax.Call(this, other);

        /// <summary>The smaller of two elements; a number where the other is not one.</summary>
        public Tensor fmin(Tensor other) => ArithmeticOperators.Fmin.Call(this, other);

        /// <summary>The square root of the sum of squares, without overflow.</summary>
        public Tensor hypot(Tensor other) => ArithmeticOperators.Hypot.Call(this, other);

        /// <summary>The logarithm of the sum of exponentials, without overflow.</summary>
        public Tensor logaddexp(Tensor other) => ArithmeticOperators.Logaddexp.Call(this, other);

        /// <summary>The logarithm to base 2 of the sum of powers of 2, without overflow.</summary>
        public Tensor logaddexp2(Tensor other) => ArithmeticOperators.Logaddexp2.Call(this, other);

        /// <summary>The next number towards the other.</summary>
        public Tensor nextafter(Tensor other) => ArithmeticOperators.Nextafter.Call(this, other);

        /// <summary>The greatest common divisor of integers.</summary>
        public Tensor gcd(Tensor other) => ArithmeticOperators.Gcd.Call(this, other);

        /// <summary>The least common multiple of integers.</summary>
        public Tensor lcm(Tensor other) => ArithmeticOperators.Lcm.Call(this, other);

        /// <summary>0 for negative elements, 1 for positive ones, the other's element where it is 0.</summary>
        public Tensor heaviside(Tensor other) => ArithmeticOperators.Heaviside.Call(this, other);

        /// <summary>The regularized lower incomplete gamma function.</summary>
        public Tensor igamma(Tensor other) => ArithmeticOperators.Igamma.Call(this, other);

        /// <summary>The regularized upper incomplete gamma function.</summary>
        public Tensor igammac(Tensor other) => ArithmeticOperators.Igammac.Call(this, other);

        /// <summary>The power, in 64-bit floating point.</summary>
        public Tensor float_power(Tensor target) => ArithmeticOperators.FloatPowerByTensorTensor.Call(this, target);

        /// <summary>The elements times the logarithm of y; 0 where the element is 0.</summary>
        public Tensor xlogy(Tensor y) => ArithmeticOperators.XlogyByTensor.Call(this, y);

        /// <inheritdoc cref="xlogy(Tensor)"/>
        public Tensor xlogy(Scalar y) => ArithmeticOperators.XlogyByScalarOther.Call(this, y);

        /// <summary>The part behind the decimal point, with the sign.</summary>
        public Tensor frac() => ArithmeticOperators.Frac.Call(this);

        /// <summary>The signs; of complex numbers, the numbers of size 1 in their direction.</summary>
        public Tensor sgn() => ArithmeticOperators.Sgn.Call(this);

        /// <summary>Which elements carry a minus sign.</summary>
        public Tensor signbit() => ArithmeticOperators.Signbit.Call(this);

        /// <summary>Which elements are positive infinity.</summary>
        public Tensor isposinf() => ArithmeticOperators.Isposinf.Call(this);

        /// <summary>Which elements are negative infinity.</summary>
        public Tensor isneginf() => ArithmeticOperators.Isneginf.Call(this);

        /// <summary>Degrees as radians.</summary>
        public Tensor deg2rad() => ArithmeticOperators.Deg2rad.Call(this);

        /// <summary>Radians as degrees.</summary>
        public Tensor rad2deg() => ArithmeticOperators.Rad2deg.Call(this);

        /// <summary>Rounded to decimals, halves to even ones.</summary>
        public Tensor round(long decimals = 0) => ArithmeticOperators.RoundByDecimals.Call(this, decimals);

        /// <summary>Rounds to decimals, halves to even ones.</summary>
        public Tensor round_(long decimals = 0)
        {
            ArithmeticOperators.RoundInPlaceByDecimals.Run(this, decimals);
            return this;
        }

        /// <summary>
        /// The elements with numbers in the place of those that are none; infinities become the type's limits without a value.
        /// </summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            ArithmeticOperators.NanToNum.Call(this, nan, posinf, neginf);

        /// <summary>Rounds towards zero.</summary>
        public Tensor trunc_()
        {
            ArithmeticOperators.TruncInPlace.Run(this);
            return this;
        }

        /// <summary>Replaces every element by its sign.</summary>
        public Tensor sign_()
        {
            ArithmeticOperators.SignInPlace.Run(this);
            return this;
        }

        /// <summary>Replaces every element by the reciprocal of its square root.</summary>
        public Tensor rsqrt_()
        {
            ArithmeticOperators.RsqrtInPlace.Run(this);
            return this;
        }

        /// <summary>Replaces every element by its exponential less 1.</summary>
        public Tensor expm1_()
        {
            ArithmeticOperators.Expm1InPlace.Run(this);
            return this;
        }

        /// <summary>Replaces every element by the logarithm of 1 plus it.</summary>
        public Tensor log1p_()
        {
            ArithmeticOperators.Log1pInPlace.Run(this);
            return this;
        }

        /// <summary>Whether both are not 0, in place.</summary>
        public Tensor logical_and_(Tensor other)
        {
            ArithmeticOperators.LogicalAndInPlace.Run(this, other);
            return this;
        }

        /// <summary>Whether one is not 0, in place.</summary>
        public Tensor logical_or_(Tensor other)
        {
            ArithmeticOperators.LogicalOrInPlace.Run(this, other);
            return this;
        }

        /// <summary>Whether exactly one is not 0, in place.</summary>
        public Tensor logical_xor_(Tensor other)
        {
            ArithmeticOperators.LogicalXorInPlace.Run(this, other);
            return this;
        }

        /// <summary>The bits that both have.</summary>
        public Tensor bitwise_and(Tensor other) => ArithmeticOperators.BitwiseAndByTensor.Call(this, other);

        /// <summary>The bits that one has.</summary>
        public Tensor bitwise_or(Tensor other) => ArithmeticOperators.BitwiseOrByTensor.Call(this, other);

        /// <summary>The bits that exactly one has.</summary>
        public Tensor bitwise_xor(Tensor other) => ArithmeticOperators.BitwiseXorByTensor.Call(this, other);

        /// <summary>The opposite bits.</summary>
        public Tensor bitwise_not() => ArithmeticOperators.BitwiseNot.Call(this);

        /// <summary>Cuts this tensor off from what it was computed from.</summary>
        public Tensor detach_() => Itself(ArithmeticOperators.DetachInPlace.Call(this));

        /// <summary>Whether the only element is not 0.</summary>
        public bool is_nonzero() => ArithmeticOperators.IsNonzero.CallBool(this);
    }
}
