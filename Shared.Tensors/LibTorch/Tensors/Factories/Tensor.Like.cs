namespace TorchSharp;

// Tensors of a tensor's shape, type and device.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros in this tensor's shape; its type and device unless given.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.ZerosLike.Call(this, dtype, Argument.None, device), requires_grad);

        /// <summary>Ones in this tensor's shape; its type and device unless given.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.OnesLike.Call(this, dtype, Argument.None, device), requires_grad);

        /// <summary>Elements that are not set, in this tensor's shape; its type and device unless given.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.EmptyLike.Call(this, dtype, Argument.None, device), requires_grad);

        /// <summary>One number in this tensor's shape; its type and device unless given.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.FullLike.Call(this, value, dtype, Argument.None, device), requires_grad);

        /// <summary>Uniform random numbers in [0, 1) in this tensor's shape; its type and device unless given.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.RandLike.Call(this, dtype, Argument.None, device), requires_grad);

        /// <summary>Standard normal random numbers in this tensor's shape; its type and device unless given.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.RandnLike.Call(this, dtype, Argument.None, device), requires_grad);

        /// <summary>Random integers from low to before high in this tensor's shape; its type and device unless given.</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.RandintLikeByLowDtype.Call(this, low, high, dtype, Argument.None, device), requires_grad);
    }
}
