namespace TorchSharp;

// New tensors of this one's type and device.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor of any elements, with this one's type and device where none is given.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.NewEmpty.Call(this, size, dtype, Argument.None, device), requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device, bool)"/>
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([size], dtype, device, requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device, bool)"/>
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_empty([rows, columns], dtype, device, requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device, bool)"/>
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_empty([dim0, dim1, dim2], dtype, device, requires_grad);

        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device, bool)"/>
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        /// <summary>A tensor of zeros, with this one's type and device where none is given.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Recorded(FactoryOperators.NewZeros.Call(this, size, dtype, Argument.None, device), requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device, bool)"/>
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([size], dtype, device, requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device, bool)"/>
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_zeros([rows, columns], dtype, device, requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device, bool)"/>
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_zeros([dim0, dim1, dim2], dtype, device, requires_grad);

        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device, bool)"/>
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        /// <summary>A tensor of one number, with this one's type and device where none is given.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Recorded(FactoryOperators.NewFull.Call(this, size, value, dtype, Argument.None, device), requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device, bool)"/>
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_full([size], value, dtype, device, requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device, bool)"/>
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_full([rows, columns], value, dtype, device, requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device, bool)"/>
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null,
            Device? device = null, bool requires_grad = false) =>
            new_full([dim0, dim1, dim2], value, dtype, device, requires_grad);

        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device, bool)"/>
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null,
            Device? device = null, bool requires_grad = false) =>
            new_full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);

        /// <summary>A tensor of ones, with this one's type and device where none is given.</summary>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([size], 1, dtype, device, requires_grad);

        /// <inheritdoc cref="new_ones(long, ScalarType?, Device, bool)"/>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_full([rows, columns], 1, dtype, device, requires_grad);

        /// <inheritdoc cref="new_ones(long, ScalarType?, Device, bool)"/>
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_full([dim0, dim1, dim2], 1, dtype, device, requires_grad);

        /// <inheritdoc cref="new_ones(long, ScalarType?, Device, bool)"/>
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            new_full([dim0, dim1, dim2, dim3], 1, dtype, device, requires_grad);
    }
}
