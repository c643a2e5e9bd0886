namespace TorchSharp;

// The elements as .NET's numbers.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The bytes of the elements, without copying. The span holds while the tensor lives; the setter copies.</summary>
        /// <exception cref="InvalidOperationException">
        /// The elements are not in the processor's memory in row-major order, or those there are the conjugated or negated ones.
        /// </exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                var info = CpuInfo();
                if (!info.IsContiguous)
                    throw new InvalidOperationException("The elements are not row-major in memory; call contiguous() first.");
                return new Span<byte>(info.Data, checked((int)(info.Count * info.ItemSize)));
            }
            set
            {
                fixed (byte* data = value)
                    NativeError.Check(NativeMethods.st_copy_from_memory(Handle, data, value.Length));
                GC.KeepAlive(this);
            }
        }

        /// <summary>The only element. The type must be that of the tensor's elements.</summary>
        /// <exception cref="ArgumentException">The tensor has not one element, or elements of another type.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            var info = Info;
            if (info.Count != 1)
                throw new ArgumentException($"The tensor has {info.Count} elements; item needs one.");
            CheckType<T>(info);
            T value;
            NativeError.Check(NativeMethods.st_copy_to_memory(Handle, &value, sizeof(T)));
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The only element as a number of its type.</summary>
        public Scalar ToScalar()
        {
            var number = ConversionOperators.Item.CallScalar(this);
            return dtype switch
            {
                ScalarType.Float32 => number.ToSingle(),
                ScalarType.Int32 => number.ToInt32(),
                ScalarType.Int16 => number.ToInt16(),
                ScalarType.Int8 => number.ToSByte(),
                ScalarType.Byte => number.ToByte(),
                _ => number,
            };
        }

        /// <summary>The element at a position in row-major order. The type must be that of the tensor's elements.</summary>
        public unsafe T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            var info = CpuInfo();
            CheckType<T>(info);
            ArgumentOutOfRangeException.ThrowIfNegative(i);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i, info.Count);
            long position = 0;
            for (var d = info.Dimensions - 1; d >= 0; d--)
            {
                position += i % info.Sizes[d] * info.Strides[d];
                i /= info.Sizes[d];
            }
            var value = ((T*)info.Data)[position];
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The element at a position in row-major order.</summary>
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        /// <summary>The element at a position in row-major order.</summary>
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        /// <summary>Shape, type and device.</summary>
        public override string ToString() =>
            IsInvalid ? "disposed tensor" : $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";

        /// <summary>A copy of the elements in row-major order, from whatever device and layout.</summary>
        internal unsafe T[] Copy<T>()
            where T : unmanaged
        {
            var info = Info;
            CheckType<T>(info);
            var elements = new T[info.Count];
            fixed (T* data = elements)
                NativeError.Check(NativeMethods.st_copy_to_memory(Handle, data, info.Count * sizeof(T)));
            GC.KeepAlive(this);
            return elements;
        }

        private NativeInfo CpuInfo()
        {
            var info = Info;
            if (info.DeviceType != (int)DeviceType.CPU)
                throw new InvalidOperationException($"The elements are on {device}; call cpu() first.");
            if (info.IsConjugate || info.IsNegative)
                throw new InvalidOperationException("The tensor is a conjugated or negated view, whose memory holds other numbers; call resolve_conj() and resolve_neg() first.");
            return info;
        }

        private static void CheckType<T>(NativeInfo info)
        {
            if (ElementType<T>() != (ScalarType)info.DType)
                throw new ArgumentException($"The tensor holds {(ScalarType)info.DType}, not {typeof(T).Name}.");
        }
    }
}
