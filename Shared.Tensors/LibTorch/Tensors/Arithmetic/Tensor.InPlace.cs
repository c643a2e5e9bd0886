namespace TorchSharp;

// Arithmetic that changes the tensor itself and returns it.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds to every element; with alpha, alpha times the other.</summary>
        public Tensor add_(Scalar scalar)
        {
            ArithmeticOperators.AddInPlaceByScalar.Run(this, scalar);
            return this;
        }

        /// <inheritdoc cref="add_(Scalar)"/>
        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            ArithmeticOperators.AddInPlaceByScalar.Run(this, scalar, alpha);
            return this;
        }

        /// <inheritdoc cref="add_(Scalar)"/>
        public Tensor add_(Tensor target)
        {
            ArithmeticOperators.AddInPlaceByTensor.Run(this, target);
            return this;
        }

        /// <inheritdoc cref="add_(Scalar)"/>
        public Tensor add_(Tensor target, Scalar alpha)
        {
            ArithmeticOperators.AddInPlaceByTensor.Run(this, target, alpha);
            return this;
        }

        /// <summary>Subtracts from every element.</summary>
        public Tensor sub_(Scalar target)
        {
            ArithmeticOperators.SubInPlaceByScalar.Run(this, target);
            return this;
        }

        /// <inheritdoc cref="sub_(Scalar)"/>
        public Tensor sub_(Tensor target)
        {
            ArithmeticOperators.SubInPlaceByTensor.Run(this, target);
            return this;
        }

        /// <summary>Multiplies every element.</summary>
        public Tensor mul_(Scalar target)
        {
            ArithmeticOperators.MulInPlaceByScalar.Run(this, target);
            return this;
        }

        /// <inheritdoc cref="mul_(Scalar)"/>
        public Tensor mul_(Tensor target)
        {
            ArithmeticOperators.MulInPlaceByTensor.Run(this, target);
            return this;
        }

        /// <summary>Divides every element.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            ArithmeticOperators.DivInPlaceByScalarMode.Run(this, target, Rounding(rounding_mode));
            return this;
        }

        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            ArithmeticOperators.DivInPlaceByTensorMode.Run(this, target, Rounding(rounding_mode));
            return this;
        }

        /// <summary>Raises every element to a power.</summary>
        public Tensor pow_(Scalar exponent)
        {
            ArithmeticOperators.PowInPlaceByScalar.Run(this, exponent);
            return this;
        }

        /// <inheritdoc cref="pow_(Scalar)"/>
        public Tensor pow_(Tensor exponent)
        {
            ArithmeticOperators.PowInPlaceByTensor.Run(this, exponent);
            return this;
        }

        /// <summary>Limits the elements to a range.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            ArithmeticOperators.ClampInPlace.Run(this, min, max);
            return this;
        }

        /// <inheritdoc cref="clamp_(Scalar, Scalar)"/>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null)
        {
            ArithmeticOperators.ClampInPlaceByTensor.Run(this, min, max);
            return this;
        }

        /// <summary>Sets every element to a number.</summary>
        public Tensor fill_(Scalar value)
        {
            ArithmeticOperators.FillInPlaceByScalar.Run(this, value);
            return this;
        }

        /// <summary>Sets every element to 0.</summary>
        public Tensor zero_()
        {
            ArithmeticOperators.ZeroInPlace.Run(this);
            return this;
        }

        /// <summary>Copies the elements of another tensor, converting type and device and broadcasting.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            ArithmeticOperators.CopyInPlace.Run(this, source, nonBlocking);
            return this;
        }

        /// <summary>Sets the elements to a number where the mask holds.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            ArithmeticOperators.MaskedFillInPlaceByScalar.Run(this, mask, value);
            return this;
        }

        /// <summary>Writes source's elements to the positions that the index names along a dimension.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            ArithmeticOperators.ScatterInPlaceBySrc.Run(this, dim, index, src);
            return this;
        }

        /// <summary>Adds alpha times source's slices at the positions that the index names along a dimension.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            ArithmeticOperators.IndexAddInPlace.Run(this, dim, index, source, alpha);
            return this;
        }

        /// <summary>Draws every element from the uniform distribution.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            ArithmeticOperators.UniformInPlace.Run(this, @from, to, generator);
            return this;
        }

        /// <summary>Draws every element from the normal distribution.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            ArithmeticOperators.NormalInPlace.Run(this, mean, std, generator);
            return this;
        }

        /// <summary>Draws every element, 1 with that probability and else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            ArithmeticOperators.BernoulliInPlaceByFloat.Run(this, p, generator);
            return this;
        }
    }
}
