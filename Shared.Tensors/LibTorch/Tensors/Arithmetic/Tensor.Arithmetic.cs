namespace TorchSharp;

// Arithmetic between tensors and numbers.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element with broadcasting; with alpha, of this and alpha times the other.</summary>
        public Tensor add(Scalar scalar) => Aten.AddByScalar.Call(this, scalar);

        /// <inheritdoc cref="add(Scalar)"/>
        public Tensor add(Scalar scalar, Scalar alpha) => Aten.AddByScalar.Call(this, scalar, alpha);

        /// <inheritdoc cref="add(Scalar)"/>
        public Tensor add(Tensor target) => Aten.AddByTensor.Call(this, target);

        /// <inheritdoc cref="add(Scalar)"/>
        public Tensor add(Tensor target, Scalar alpha) => Aten.AddByTensor.Call(this, target, alpha);

        /// <summary>The difference, element by element with broadcasting.</summary>
        public Tensor sub(Scalar target) => Aten.SubByScalar.Call(this, target);

        /// <inheritdoc cref="sub(Scalar)"/>
        public Tensor sub(Tensor target) => Aten.SubByTensor.Call(this, target);

        /// <summary>The product, element by element with broadcasting.</summary>
        public Tensor mul(Scalar target) => Aten.MulByScalar.Call(this, target);

        /// <inheritdoc cref="mul(Scalar)"/>
        public Tensor mul(Tensor target) => Aten.MulByTensor.Call(this, target);

        /// <summary>The quotient, element by element with broadcasting; a rounding mode rounds it towards zero or down.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.DivByScalarMode.Call(this, target, Rounding(rounding_mode));

        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.DivByTensorMode.Call(this, target, Rounding(rounding_mode));

        /// <summary>The power, element by element with broadcasting.</summary>
        public Tensor pow(Scalar exponent) => Aten.PowByTensorScalar.Call(this, exponent);

        /// <inheritdoc cref="pow(Scalar)"/>
        public Tensor pow(Tensor exponent) => Aten.PowByTensorTensor.Call(this, exponent);

        /// <summary>The remainder with the sign of the divisor.</summary>
        public Tensor remainder(Scalar scalar) => Aten.RemainderByScalar.Call(this, scalar);

        /// <inheritdoc cref="remainder(Scalar)"/>
        public Tensor remainder(Tensor target) => Aten.RemainderByTensor.Call(this, target);

        /// <summary>The remainder with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => Aten.FmodByScalar.Call(this, scalar);

        /// <inheritdoc cref="fmod(Scalar)"/>
        public Tensor fmod(Tensor target) => Aten.FmodByTensor.Call(this, target);

        /// <summary>The angle whose tangent is this over the other, in the right quadrant.</summary>
        public Tensor atan2(Tensor other) => Aten.Atan2.Call(this, other);

        /// <summary>The larger of two elements, with broadcasting; NaN where one is.</summary>
        public Tensor maximum(Tensor other) => Aten.Maximum.Call(this, other);

        /// <summary>The smaller of two elements, with broadcasting; NaN where one is.</summary>
        public Tensor minimum(Tensor other) => Aten.Minimum.Call(this, other);

        /// <summary>The elements limited to a range; a missing end has no limit.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Clamp.Call(this, min, max);

        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.ClampByTensor.Call(this, min, max);

        /// <summary>The elements, at least that.</summary>
        public Tensor clamp_min(Scalar min) => Aten.ClampMin.Call(this, min);

        /// <summary>The elements, at most that.</summary>
        public Tensor clamp_max(Scalar max) => Aten.ClampMax.Call(this, max);

        /// <summary>This moved towards the end by a weight.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.LerpByTensor.Call(this, end, weight);

        /// <summary>This where the condition holds, the other elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.WhereBySelf.Call(condition, this, y);
    }
}
