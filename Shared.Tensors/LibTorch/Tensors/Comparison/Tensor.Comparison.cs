namespace TorchSharp;

// Comparisons and logic, element by element with broadcasting; the results are bools.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether the elements are equal.</summary>
        public Tensor eq(Tensor target) => ComparisonOperators.EqByTensor.Call(this, target);

        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor eq(Scalar target) => ComparisonOperators.EqByScalar.Call(this, target);

        /// <summary>Whether the elements differ.</summary>
        public Tensor ne(Tensor target) => ComparisonOperators.NeByTensor.Call(this, target);

        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor ne(Scalar target) => ComparisonOperators.NeByScalar.Call(this, target);

        /// <summary>Whether the elements are less.</summary>
        public Tensor lt(Tensor target) => ComparisonOperators.LtByTensor.Call(this, target);

        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor lt(Scalar target) => ComparisonOperators.LtByScalar.Call(this, target);

        /// <summary>Whether the elements are less or equal.</summary>
        public Tensor le(Tensor target) => ComparisonOperators.LeByTensor.Call(this, target);

        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor le(Scalar target) => ComparisonOperators.LeByScalar.Call(this, target);

        /// <summary>Whether the elements are greater.</summary>
        public Tensor gt(Tensor target) => ComparisonOperators.GtByTensor.Call(this, target);

        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor gt(Scalar target) => ComparisonOperators.GtByScalar.Call(this, target);

        /// <summary>Whether the elements are greater or equal.</summary>
        public Tensor ge(Tensor target) => ComparisonOperators.GeByTensor.Call(this, target);

        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor ge(Scalar target) => ComparisonOperators.GeByScalar.Call(this, target);

        /// <summary>Whether both are not 0.</summary>
        public Tensor logical_and(Tensor other) => ComparisonOperators.LogicalAnd.Call(this, other);

        /// <summary>Whether one of both is not 0.</summary>
        public Tensor logical_or(Tensor other) => ComparisonOperators.LogicalOr.Call(this, other);

        /// <summary>Whether exactly one of both is not 0.</summary>
        public Tensor logical_xor(Tensor other) => ComparisonOperators.LogicalXor.Call(this, other);

        /// <summary>Whether the elements are as near as the tolerances say.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool nanEqual = false) =>
            ComparisonOperators.Isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether all elements are as near as the tolerances say.</summary>
        public bool allclose(Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false) =>
            ComparisonOperators.Allclose.CallBool(this, target, rtol, atol, equal_nan);

        /// <summary>Sets the elements to a number where the mask holds, in a copy.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => ComparisonOperators.MaskedFillByScalar.Call(this, mask, value);

        /// <summary>Whether all elements are true, or all along a dimension.</summary>
        public Tensor all() => ComparisonOperators.All.Call(this);

        /// <inheritdoc cref="all()"/>
        public Tensor all(long dim, bool keepdim = false) => ComparisonOperators.AllByDim.Call(this, dim, keepdim);

        /// <summary>Whether some element is true, or some along a dimension.</summary>
        public Tensor any() => ComparisonOperators.Any.Call(this);

        /// <inheritdoc cref="any()"/>
        public Tensor any(long dim, bool keepdim = false) => ComparisonOperators.AnyByDim.Call(this, dim, keepdim);
    }
}
