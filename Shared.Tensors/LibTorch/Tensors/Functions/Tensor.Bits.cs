namespace TorchSharp;

// Operations on the bits of integers.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements with their bits moved up.</summary>
        public Tensor bitwise_left_shift(Tensor other) => FunctionOperators.BitwiseLeftShiftByTensor.Call(this, other);

        /// <summary>The elements with their bits moved down; the sign stays.</summary>
        public Tensor bitwise_right_shift(Tensor other) => FunctionOperators.BitwiseRightShiftByTensor.Call(this, other);

        /// <summary>As <see cref="bitwise_left_shift(Tensor)"/>, in place.</summary>
        public Tensor bitwise_left_shift_(Tensor other) => FunctionOperators.BitwiseLeftShiftInPlaceByTensor.Change(this, other);

        /// <summary>As <see cref="bitwise_right_shift(Tensor)"/>, in place.</summary>
        public Tensor bitwise_right_shift_(Tensor other) => FunctionOperators.BitwiseRightShiftInPlaceByTensor.Change(this, other);

        /// <summary>As <see cref="bitwise_and(Tensor)"/>, in place.</summary>
        public Tensor bitwise_and_(Tensor other) => FunctionOperators.BitwiseAndInPlaceByTensor.Change(this, other);

        /// <summary>As <see cref="bitwise_or(Tensor)"/>, in place.</summary>
        public Tensor bitwise_or_(Tensor other) => FunctionOperators.BitwiseOrInPlaceByTensor.Change(this, other);

        /// <summary>As <see cref="bitwise_xor(Tensor)"/>, in place.</summary>
        public Tensor bitwise_xor_(Tensor other) => FunctionOperators.BitwiseXorInPlaceByTensor.Change(this, other);

        /// <summary>As <see cref="bitwise_not()"/>, in place.</summary>
        public Tensor bitwise_not_() => FunctionOperators.BitwiseNotInPlace.Change(this);
    }
}
