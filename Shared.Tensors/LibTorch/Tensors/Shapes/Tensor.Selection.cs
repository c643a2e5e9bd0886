namespace TorchSharp;

// Elements picked by positions.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The positions of a dimension that the index names.</summary>
        public Tensor index_select(long dim, Tensor index) => ShapeOperators.IndexSelect.Call(this, dim, index);

        /// <summary>The elements at the index's positions along a dimension.</summary>
        public Tensor gather(long dim, Tensor index) => ShapeOperators.Gather.Call(this, dim, index);

        /// <summary>A copy with source's elements written to the index's positions along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => ShapeOperators.ScatterBySrc.Call(this, dim, index, src);

        /// <summary>The elements where the mask holds, as a vector.</summary>
        public Tensor masked_select(Tensor mask) => ShapeOperators.MaskedSelect.Call(this, mask);

        /// <summary>The positions of the elements that are not 0, one row each.</summary>
        public Tensor nonzero() => ShapeOperators.Nonzero.Call(this);

        /// <summary>Drawn with the elements as weights.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            ShapeOperators.Multinomial.Call(this, num_samples, replacement, generator);

        /// <summary>1 with the elements as probabilities, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => ShapeOperators.Bernoulli.Call(this, generator);
    }
}
