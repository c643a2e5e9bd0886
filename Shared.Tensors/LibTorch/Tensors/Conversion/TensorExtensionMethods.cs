using System.Globalization;
using System.Numerics;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Conversions between tensors and .NET's numbers and arrays, and tensors in streams.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The only element, converted.</summary>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">The tensor has not one element.</exception>
    public static byte ToByte(this torch.Tensor value) => value.ToScalar().ToByte();

    /// <inheritdoc cref="ToByte"/>
    public static sbyte ToSByte(this torch.Tensor value) => value.ToScalar().ToSByte();

    /// <inheritdoc cref="ToByte"/>
    public static short ToInt16(this torch.Tensor value) => value.ToScalar().ToInt16();

    /// <inheritdoc cref="ToByte"/>
    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    /// <inheritdoc cref="ToByte"/>
    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    /// <inheritdoc cref="ToByte"/>
    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    /// <inheritdoc cref="ToByte"/>
    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    /// <inheritdoc cref="ToByte"/>
    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    /// <inheritdoc cref="ToByte"/>
    public static (float, float) ToComplexFloat32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    /// <inheritdoc cref="ToByte"/>
    public static (float, float) ToComplex32(this torch.Tensor value) => value.ToComplexFloat32();

    /// <inheritdoc cref="ToByte"/>
    public static Complex ToComplexFloat64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    /// <inheritdoc cref="ToByte"/>
    public static Complex ToComplex64(this torch.Tensor value) => value.ToComplexFloat64();

    /// <summary>A tensor of one number, without dimensions.</summary>
    /// <typeparam name="T">One of .NET's numbers, a bool or a complex number.</typeparam>
    /// <param name="scalar">The number.</param>
    /// <param name="device">Where to; the processor when null.</param>
    /// <param name="requires_grad">Whether operations are recorded.</param>
    /// <exception cref="ArgumentException">It is not a number that a tensor can hold.</exception>
    public static torch.Tensor ToTensor<T>(this T scalar, torch.Device? device = null, bool requires_grad = false)
        where T : struct
    {
        Scalar number = scalar switch
        {
            byte value => value,
            sbyte value => value,
            short value => value,
            int value => value,
            long value => value,
            float value => value,
            double value => value,
            bool value => value,
            Complex value => value,
            ValueTuple<float, float> parts => parts,
            _ => throw new ArgumentException($"{typeof(T).Name} is not a type of elements.", nameof(scalar)),
        };
        return torch.full([], number, number.Type, device, requires_grad);
    }

    /// <summary>A tensor of an array's elements, row-major.</summary>
    /// <param name="rawArray">The elements.</param>
    /// <param name="dimensions">The sizes.</param>
    /// <param name="doCopy">Whether they are copied; otherwise tensor and array share memory, and each sees what the other writes.</param>
    /// <param name="requires_grad">Whether operations are recorded.</param>
    public static torch.Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        ArgumentNullException.ThrowIfNull(dimensions);
        using var flat = doCopy ? torch.from_array(rawArray) : torch.frombuffer(rawArray, torch.ElementType<T>());
        var tensor = flat.reshape(dimensions);
        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    /// <summary>The sizes of the dimensions as 32-bit integers.</summary>
    /// <exception cref="OverflowException">A size is larger.</exception>
    public static ReadOnlySpan<int> IntShape(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Array.ConvertAll(tensor.shape, size => checked((int)size));
    }

    /// <summary>How many elements a tensor of these sizes has.</summary>
    public static long TotalSize(this IEnumerable<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Aggregate(1L, static (product, size) => product * size);
    }

    /// <summary>The tensor as a parameter, which takes it over: it counts as disposed afterwards.</summary>
    public static Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    /// <summary>Shape, type and device.</summary>
    public static string metastr(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return string.Create(CultureInfo.InvariantCulture, $"{tensor}");
    }

    /// <summary>Writes type, shape and elements in TorchSharp's format.</summary>
    /// <param name="tensor">The tensor, on any device.</param>
    /// <param name="writer">Where to; it stays open.</param>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        StateFormat.WriteTensor(writer, tensor);
    }

    /// <summary>Reads what <see cref="Save"/> wrote into a tensor of the same shape.</summary>
    /// <param name="tensor">What is filled; its type and device stay.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">Whether to read past the elements and leave the tensor alone.</param>
    /// <exception cref="InvalidDataException">The data are damaged.</exception>
    /// <exception cref="InvalidOperationException">The shape is another.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(reader);
        StateFormat.ReadTensor(reader, skip ? null : tensor, nameof(tensor));
    }
}
