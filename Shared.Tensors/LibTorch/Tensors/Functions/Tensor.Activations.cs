namespace TorchSharp;

// Activations as members.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>max(0, x) + min(0, e^x - 1).</summary>
        public Tensor celu() => FunctionOperators.Celu.Call(this);

        /// <summary>As <see cref="celu()"/>, in place.</summary>
        public Tensor celu_() => FunctionOperators.CeluInPlace.Change(this);

        /// <summary>scale * (max(0, x) + min(0, alpha * (e^(input_scale * x) - 1))).</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => FunctionOperators.Elu.Call(this, alpha, scale, input_scale);

        /// <summary>As <see cref="elu(Scalar, Scalar, Scalar)"/>, in place.</summary>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => FunctionOperators.EluInPlace.Change(this, alpha, scale, input_scale);

        /// <summary>0 below -3, 1 above 3, a straight line between.</summary>
        public Tensor hardsigmoid() => FunctionOperators.Hardsigmoid.Call(this);

        /// <summary>As <see cref="hardsigmoid()"/>, in place.</summary>
        public Tensor hardsigmoid_() => FunctionOperators.HardsigmoidInPlace.Change(this);

        /// <summary>x times hardsigmoid(x).</summary>
        public Tensor hardswish() => FunctionOperators.Hardswish.Call(this);

        /// <summary>As <see cref="hardswish()"/>, in place.</summary>
        public Tensor hardswish_() => FunctionOperators.HardswishInPlace.Change(this);

        /// <summary>The elements limited to a range.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => FunctionOperators.Hardtanh.Call(this, min, max);

        /// <summary>As <see cref="hardtanh(Scalar, Scalar)"/>, in place.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => FunctionOperators.HardtanhInPlace.Change(this, min, max);

        /// <summary>max(0, x) + negative_slope * min(0, x).</summary>
        public Tensor leaky_relu(Scalar negative_slope) => FunctionOperators.LeakyRelu.Call(this, negative_slope);

        /// <summary>As <see cref="leaky_relu(Scalar)"/>, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => FunctionOperators.LeakyReluInPlace.Change(this, negative_slope);

        /// <summary>The elements limited to 0..6.</summary>
        public Tensor relu6() => FunctionOperators.Relu6.Call(this);

        /// <summary>As <see cref="relu6()"/>, in place.</summary>
        public Tensor relu6_() => FunctionOperators.Relu6InPlace.Change(this);

        /// <summary>The exponential linear unit that keeps means and variances.</summary>
        public Tensor selu() => FunctionOperators.Selu.Call(this);

        /// <summary>As <see cref="selu()"/>, in place.</summary>
        public Tensor selu_() => FunctionOperators.SeluInPlace.Change(this);

        /// <summary>As <see cref="silu()"/>, in place.</summary>
        public Tensor silu_() => FunctionOperators.SiluInPlace.Change(this);

        /// <summary>The logarithm of the sigmoid.</summary>
        public Tensor log_sigmoid() => FunctionOperators.LogSigmoid.Call(this);

        /// <summary>max(0, x) + weights * min(0, x), with one weight or one per channel.</summary>
        public Tensor prelu(Tensor target) => FunctionOperators.Prelu.Call(this, target);
    }
}
