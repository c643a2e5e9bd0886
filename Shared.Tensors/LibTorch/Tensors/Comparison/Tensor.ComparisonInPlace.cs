namespace TorchSharp;

// Comparisons that write 1 or 0 to the tensor itself.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>As <see cref="eq(Scalar)"/>, in place.</summary>
        public Tensor eq_(Scalar target) => ComparisonInPlaceOperators.EqInPlaceByScalar.Change(this, target);

        /// <summary>As <see cref="eq(Tensor)"/>, in place.</summary>
        public Tensor eq_(Tensor target) => ComparisonInPlaceOperators.EqInPlaceByTensor.Change(this, target);

        /// <summary>As <see cref="ne(Scalar)"/>, in place.</summary>
        public Tensor ne_(Scalar target) => ComparisonInPlaceOperators.NeInPlaceByScalar.Change(this, target);

        /// <summary>As <see cref="ne(Tensor)"/>, in place.</summary>
        public Tensor ne_(Tensor target) => ComparisonInPlaceOperators.NeInPlaceByTensor.Change(this, target);

        /// <summary>As <see cref="lt(Scalar)"/>, in place.</summary>
        public Tensor lt_(Scalar target) => ComparisonInPlaceOperators.LtInPlaceByScalar.Change(this, target);

        /// <summary>As <see cref="lt(Tensor)"/>, in place.</summary>
        public Tensor lt_(Tensor target) => ComparisonInPlaceOperators.LtInPlaceByTensor.Change(this, target);

        /// <summary>As <see cref="le(Scalar)"/>, in place.</summary>
        public Tensor le_(Scalar target) => ComparisonInPlaceOperators.LeInPlaceByScalar.Change(this, target);

        /// <summary>As <see cref="le(Tensor)"/>, in place.</summary>
        public Tensor le_(Tensor target) => ComparisonInPlaceOperators.LeInPlaceByTensor.Change(this, target);

        /// <summary>As <see cref="gt(Scalar)"/>, in place.</summary>
        public Tensor gt_(Scalar target) => ComparisonInPlaceOperators.GtInPlaceByScalar.Change(this, target);

        /// <summary>As <see cref="gt(Tensor)"/>, in place.</summary>
        public Tensor gt_(Tensor target) => ComparisonInPlaceOperators.GtInPlaceByTensor.Change(this, target);

        /// <summary>As <see cref="ge(Scalar)"/>, in place.</summary>
        public Tensor ge_(Scalar target) => ComparisonInPlaceOperators.GeInPlaceByScalar.Change(this, target);

        /// <summary>As <see cref="ge(Tensor)"/>, in place.</summary>
        public Tensor ge_(Tensor target) => ComparisonInPlaceOperators.GeInPlaceByTensor.Change(this, target);

        /// <inheritdoc cref="le_(Tensor)"/>
        public Tensor less_equal_(Tensor target) => le_(target);

        /// <inheritdoc cref="ne_(Tensor)"/>
        public Tensor not_equal_(Tensor target) => ne_(target);

        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor equal(Tensor target) => eq(target);
    }
}
