namespace TorchSharp;

// Functions of every element that change the tensor itself and return it.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Takes absolute values.</summary>
        public Tensor abs_()
        {
            Aten.AbsInPlace.Run(this);
            return this;
        }

        /// <summary>Changes the signs.</summary>
        public Tensor neg_()
        {
            Aten.NegInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the exponential function.</summary>
        public Tensor exp_()
        {
            Aten.ExpInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the natural logarithm.</summary>
        public Tensor log_()
        {
            Aten.LogInPlace.Run(this);
            return this;
        }

        /// <summary>Takes square roots.</summary>
        public Tensor sqrt_()
        {
            Aten.SqrtInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the sine.</summary>
        public Tensor sin_()
        {
            Aten.SinInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the cosine.</summary>
        public Tensor cos_()
        {
            Aten.CosInPlace.Run(this);
            return this;
        }

        /// <summary>Applies the hyperbolic tangent.</summary>
        public Tensor tanh_()
        {
            Aten.TanhInPlace.Run(this);
            return this;
        }

        /// <summary>Applies 1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid_()
        {
            Aten.SigmoidInPlace.Run(this);
            return this;
        }

        /// <summary>Sets negative elements to 0.</summary>
        public Tensor relu_()
        {
            Aten.ReluInPlace.Run(this);
            return this;
        }

        /// <summary>Rounds down.</summary>
        public Tensor floor_()
        {
            Aten.FloorInPlace.Run(this);
            return this;
        }

        /// <summary>Rounds up.</summary>
        public Tensor ceil_()
        {
            Aten.CeilInPlace.Run(this);
            return this;
        }

        /// <summary>Replaces elements by one over them.</summary>
        public Tensor reciprocal_()
        {
            Aten.ReciprocalInPlace.Run(this);
            return this;
        }

        /// <summary>Replaces elements by whether they are 0.</summary>
        public Tensor logical_not_()
        {
            Aten.LogicalNotInPlace.Run(this);
            return this;
        }
    }
}
