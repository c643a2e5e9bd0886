namespace TorchSharp;

// Arithmetic between tensors and numbers.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element with broadcasting; with alpha, of this and alpha times the other.</summary>
        public Tensor add(Scalar scalar) => ArithmeticOperators.AddByScalar.Call(this, scalar);

        /// <inheritdoc cref="add(Scalar)"/>
        public Tensor add(Scalar scalar, Scalar alpha) => ArithmeticOperators.AddByScalar.Call(this, scalar, alpha);

        /// <inheritdoc cref="add(Scalar)"/>
        public Tensor add(Tensor target) => ArithmeticOperators.AddByTensor.Call(this, target);

        /// <inheritdoc cref="add(Scalar)"/>
        public Tensor add(Tensor target, Scalar alpha) => ArithmeticOperators.AddByTensor.Call(this, target, alpha);

        /// <summary>The difference, element by element with broadcasting.</summary>
        public Tensor sub(Scalar target) => ArithmeticOperators.SubByScalar.Call(this, target);

        /// <inheritdoc cref="sub(Scalar)"/>
        public Tensor sub(Tensor target) => ArithmeticOperators.SubByTensor.Call(this, target);

        /// <summary>The product, element by element with broadcasting.</summary>
        public Tensor mul(Scalar target) => ArithmeticOperators.MulByScalar.Call(this, target);

        /// <inheritdoc cref="mul(Scalar)"/>
        public Tensor mul(Tensor target) => ArithmeticOperators.MulByTensor.Call(this, target);

        /// <summary>The quotient, element by element with broadcasting; a rounding mode rounds it towards zero or down.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            ArithmeticOperators.DivByScalarMode.Call(this, target, Rounding(rounding_mode));

        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            ArithmeticOperators.DivByTensorMode.Call(this, target, Rounding(rounding_mode));

        /// <summary>The power, element by element with broadcasting.</summary>
        public Tensor pow(Scalar exponent) => ArithmeticOperators.PowByTensorScalar.Call(this, exponent);

        /// <inheritdoc cref="pow(Scalar)"/>
        public Tensor pow(Tensor exponent) => ArithmeticOperators.PowByTensorTensor.Call(this, exponent);

        /// <summary>The remainder with the sign of the divisor.</summary>
        public Tensor remainder(Scalar scalar) => ArithmeticOperators.RemainderByScalar.Call(this, scalar);

        /// <inheritdoc cref="remainder(Scalar)"/>
        public Tensor remainder(Tensor target) => ArithmeticOperators.RemainderByTensor.Call(this, target);

        /// <summary>The remainder with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => ArithmeticOperators.FmodByScalar.Call(this, scalar);

        /// <inheritdoc cref="fmod(Scalar)"/>
        public Tensor fmod(Tensor target) => ArithmeticOperators.FmodByTensor.Call(this, target);

        /// <summary>The angle whose tangent is this over the other, in the right quadrant.</summary>
        public Tensor atan2(Tensor other) => ArithmeticOperators.Atan2.Call(this, other);

        /// <summary>The larger of two elements, with broadcasting; NaN where one is.</summary>
        public Tensor maximum(Tensor other) => ArithmeticOperators.Maximum.Call(this, other);

        /// <summary>The smaller of two elements, with broadcasting; NaN where one is.</summary>
        public Tensor minimum(Tensor other) => ArithmeticOperators.Minimum.Call(this, other);

        /// <summary>The elements limited to a range; a missing end has no limit.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => ArithmeticOperators.Clamp.Call(this, min, max);

        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => ArithmeticOperators.ClampByTensor.Call(this, min, max);

        /// <summary>The elements, at least that.</summary>
        public Tensor clamp_min(Scalar min) => ArithmeticOperators.ClampMin.Call(this, min);

        /// <summary>The elements, at most that.</summary>
        public Tensor clamp_max(Scalar max) => ArithmeticOperators.ClampMax.Call(this, max);

        /// <summary>This moved towards the end by a weight.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => ArithmeticOperators.LerpByTensor.Call(this, end, weight);

        /// <summary>This where the condition holds, the other elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => ArithmeticOperators.WhereBySelf.Call(condition, this, y);
    }
}
