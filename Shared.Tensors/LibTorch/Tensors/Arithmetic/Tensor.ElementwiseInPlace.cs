namespace TorchSharp;

// Functions of every element that change the tensor itself and return it.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Takes absolute values.</summary>
        public Tensor abs_()
        {
            ArithmeticOperators.AbsInPlace.Run(this);
            return this;
        }

        /// <summary>Changes the signs.</summary>
        public Tensor neg_()
        {
            ArithmeticOperators.NegInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the exponential function.</summary>
        public Tensor exp_()
        {
            ArithmeticOperators.ExpInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the natural logarithm.</summary>
        public Tensor log_()
        {
            ArithmeticOperators.LogInPlace.Run(this);
            return this;
        }

        /// <summary>Takes square roots.</summary>
        public Tensor sqrt_()
        {
            ArithmeticOperators.SqrtInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the sine.</summary>
        public Tensor sin_()
        {
            ArithmeticOperators.SinInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the cosine.</summary>
        public Tensor cos_()
        {
            ArithmeticOperators.CosInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the hyperbolic tangent.</summary>
        public Tensor tanh_()
        {
            ArithmeticOperators.TanhInPlace.Run(this);
            return this;
        }

        /// <summary>Applies 1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid_()
        {
            ArithmeticOperators.SigmoidInPlace.Run(this);
            return this;
        }

        /// <summary>Sets negative elements to 0.</summary>
        public Tensor relu_()
        {
            ArithmeticOperators.ReluInPlace.Run(this);
            return this;
        }

        /// <summary>Rounds down.</summary>
        public Tensor floor_()
        {
            ArithmeticOperators.FloorInPlace.Run(this);
            return this;
        }

        /// <summary>Rounds up.</summary>
        public Tensor ceil_()
        {
            ArithmeticOperators.CeilInPlace.Run(this);
            return this;
        }

        /// <summary>Replaces elements by one over them.</summary>
        public Tensor reciprocal_()
        {
            ArithmeticOperators.ReciprocalInPlace.Run(this);
            return this;
        }

        /// <summary>Replaces elements by whether they are 0.</summary>
        public Tensor logical_not_()
        {
            ArithmeticOperators.LogicalNotInPlace.Run(this);
            return this;
        }
    }
}
