using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

// Elements and parts by position, slice, mask or index tensor.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>What the indices name of the dimensions in order; assigning writes there, broadcasting.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements at the positions in tensors of integers, or where a tensor of bools is true.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>One position of the first dimension.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Assign(value, i1);
        }

        /// <summary>One position of each of the first two dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index(Singles(i1, i2));
            set => Assign(value, i1, i2);
        }

        /// <summary>One position of each of the first three dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(Singles(i1, i2, i3));
            set => Assign(value, i1, i2, i3);
        }

        /// <summary>One position of each of the first four dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(Singles(i1, i2, i3, i4));
            set => Assign(value, i1, i2, i3, i4);
        }

        /// <summary>One position of each of the first five dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => index(Singles(i1, i2, i3, i4, i5));
            set => Assign(value, i1, i2, i3, i4, i5);
        }

        /// <summary>One position of each of the first six dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => index(Singles(i1, i2, i3, i4, i5, i6));
            set => Assign(value, i1, i2, i3, i4, i5, i6);
        }

        /// <summary>What the indices name of the dimensions in order: a view, except where masks or index tensors copy.</summary>
        /// <exception cref="ExternalException">A position is out of range, or there are too many indices.</exception>
        public Tensor index(params TensorIndex[] indices)
        {
            var view = View(indices, out var positions);
            if (positions.Count == 0)
                return view;
            using (view)
                return IndexingOperators.IndexByTensor.Call(view, Argument.OptionalTensors(positions));
        }

        /// <summary>The elements at the positions in tensors of integers, or where a tensor of bools is true.</summary>
        public Tensor index(params Tensor[] indices) => IndexingOperators.IndexByTensor.Call(this, Argument.OptionalTensors(indices));

        /// <summary>Writes a tensor, broadcast, to what the indices name, and returns this tensor.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            using var view = View(indices, out var positions);
            if (positions.Count == 0)
                view.copy_(value);
            else
                IndexingOperators.IndexPutInPlace.Run(view, Argument.OptionalTensors(positions), value);
            return this;
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Tensor value, params Tensor[] indices)
        {
            IndexingOperators.IndexPutInPlace.Run(this, Argument.OptionalTensors(indices), value);
            return this;
        }

        /// <summary>Writes a number to what the indices name, and returns this tensor.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = Number(value);
            return index_put_(number, indices);
        }

        /// <inheritdoc cref="index_put_(Scalar, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var number = Number(value);
            return index_put_(number, indices);
        }

        private Tensor Number(Scalar value) => full([], value, dtype, device);

        private void Assign(Tensor value, params long[] positions) => index_put_(value, Singles(positions));

        private static TensorIndex[] Singles(params long[] positions) => Array.ConvertAll(positions, position => (TensorIndex)position);
    }
}
