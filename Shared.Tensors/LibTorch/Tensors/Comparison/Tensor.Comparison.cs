namespace TorchSharp;

// Comparisons and logic, element by element with broadcasting; the results are bools.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether the elements are equal.</summary>
        public Tensor eq(Tensor target) => Aten.EqByTensor.Call(this, target);

        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor eq(Scalar target) => Aten.EqByScalar.Call(this, target);

        /// <summary>Whether the elements differ.</summary>
        public Tensor ne(Tensor target) => Aten.NeByTensor.Call(this, target);

        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor ne(Scalar target) => Aten.NeByScalar.Call(this, target);

        /// <summary>Whether the elements are less.</summary>
        public Tensor lt(Tensor target) => Aten.LtByTensor.Call(this, target);

        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor lt(Scalar target) => Aten.LtByScalar.Call(this, target);

        /// <summary>Whether the elements are less or equal.</summary>
        public Tensor le(Tensor target) => Aten.LeByTensor.Call(this, target);

        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor le(Scalar target) => Aten.LeByScalar.Call(this, target);

        /// <summary>Whether the elements are greater.</summary>
        public Tensor gt(Tensor target) => Aten.GtByTensor.Call(this, target);

        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor gt(Scalar target) => Aten.GtByScalar.Call(this, target);

        /// <summary>Whether the elements are greater or equal.</summary>
        public Tensor ge(Tensor target) => Aten.GeByTensor.Call(this, target);

        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor ge(Scalar target) => Aten.GeByScalar.Call(this, target);

        /// <summary>Whether both are not 0.</summary>
        public Tensor logical_and(Tensor other) => Aten.LogicalAnd.Call(this, other);

        /// <summary>Whether one of both is not 0.</summary>
        public Tensor logical_or(Tensor other) => Aten.LogicalOr.Call(this, other);

        /// <summary>Whether exactly one of both is not 0.</summary>
        public Tensor logical_xor(Tensor other) => Aten.LogicalXor.Call(this, other);

        /// <summary>Whether the elements are as near as the tolerances say.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool nanEqual = false) =>
            Aten.Isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether all elements are as near as the tolerances say.</summary>
        public bool allclose(Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false) =>
            Aten.Allclose.CallBool(this, target, rtol, atol, equal_nan);

        /// <summary>Sets the elements to a number where the mask holds, in a copy.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.MaskedFillByScalar.Call(this, mask, value);

        /// <summary>Whether all elements are true, or all along a dimension.</summary>
        public Tensor all() => Aten.All.Call(this);

        /// <inheritdoc cref="all()"/>
        public Tensor all(long dim, bool keepdim = false) => Aten.AllByDim.Call(this, dim, keepdim);

        /// <summary>Whether some element is true, or some along a dimension.</summary>
        public Tensor any() => Aten.Any.Call(this);

        /// <inheritdoc cref="any()"/>
        public Tensor any(long dim, bool keepdim = false) => Aten.AnyByDim.Call(this, dim, keepdim);
    }
}
