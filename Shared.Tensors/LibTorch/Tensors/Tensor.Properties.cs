namespace TorchSharp;

// What is known of a tensor.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sizes of the dimensions.</summary>
        public long[] shape
        {
            get
            {
                var sizes = Info.Sizes.ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Info.DType;

        /// <summary>Where the elements are.</summary>
        public Device device
        {
            get
            {
                var info = Info;
                return info.DeviceType == (int)DeviceType.CPU ? CPU : new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        /// <summary>The kind of device where the elements are.</summary>
        public DeviceType device_type => (DeviceType)Info.DeviceType;

        /// <summary>The number of the device among those of its kind; -1 for the processor.</summary>
        public int device_index => Info.DeviceIndex;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Info.Dimensions;

        /// <inheritdoc cref="ndim"/>
        public long Dimensions => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Info.Count;

        /// <summary>The bytes of an element.</summary>
        public long ElementSize => Info.ItemSize;

        /// <summary>Whether the elements are on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether there are no elements, only a shape and a type.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Whether the tensor was not computed from others that require gradients.</summary>
        public bool is_leaf => Info.IsLeaf;

        /// <summary>Whether operations on the tensor are recorded for gradients.</summary>
        public bool requires_grad
        {
            get => Info.RequiresGrad;
            set
            {
                NativeError.Check(NativeMethods.st_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        /// <summary>The tensor with its dimensions in reverse order.</summary>
        public Tensor T => permute([.. Enumerable.Range(0, (int)ndim).Reverse().Select(dim => (long)dim)]);

        /// <summary>The tensor with its last two dimensions swapped.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>The number of dimensions.</summary>
        public long dim() => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long numel() => Info.Count;

        /// <summary>The bytes of an element.</summary>
        public long element_size() => Info.ItemSize;

        /// <summary>The sizes of the dimensions.</summary>
        public long[] size() => shape;

        /// <summary>The size of a dimension; negative ones count from the last.</summary>
        public long size(int dim)
        {
            var info = Info;
            ArgumentOutOfRangeException.ThrowIfLessThan(dim, -info.Dimensions);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dim, info.Dimensions);
            var size = info.Sizes[dim < 0 ? dim + info.Dimensions : dim];
            GC.KeepAlive(this);
            return size;
        }

        /// <summary>The distance in elements between neighbours along each dimension.</summary>
        public long[] stride()
        {
            var strides = Info.Strides.ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        /// <summary>The position of the first element in the memory that the tensor shares.</summary>
        public long storage_offset() => Info.StorageOffset;

        /// <summary>Whether the elements are row-major in memory.</summary>
        public bool is_contiguous() => Info.IsContiguous;

        /// <summary>Whether the elements are in the processor's memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are complex numbers.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the elements are integers.</summary>
        public bool is_integral() => torch.is_integral(dtype);
    }

    /// <summary>Whether it is a type of floating-point numbers.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    /// <summary>Whether it is a type of complex numbers.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether it is a type of integers.</summary>
    public static bool is_integral(ScalarType type) => !is_floating_point(type) && !is_complex(type) && type != ScalarType.Bool;
}
