namespace TorchSharp;

internal readonly partial struct Argument
{
    public static implicit operator Argument(torch.Tensor? value) => value is null ? None : new(ValueTag.Tensor, value);

    public static implicit operator Argument(Scalar? value) => value is null ? None : value.ToArgument();

    public static implicit operator Argument(long value) => new(ValueTag.Int, null, value);

    public static implicit operator Argument(long? value) => value is { } some ? some : None;

    public static implicit operator Argument(int value) => new(ValueTag.Int, null, value);

    public static implicit operator Argument(int? value) => value is { } some ? some : None;

    public static implicit operator Argument(double value) => new(ValueTag.Double, null, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } some ? some : None;

    public static implicit operator Argument(bool value) => new(ValueTag.Bool, null, value ? 1 : 0);

    public static implicit operator Argument(bool? value) => value is { } some ? some : None;

    public static implicit operator Argument(string? value) => value is null ? None : new(ValueTag.String, value);

    public static implicit operator Argument(torch.ScalarType value) => (long)value;

    public static implicit operator Argument(torch.ScalarType? value) => value is { } some ? (long)some : None;

    public static implicit operator Argument(layout value) => (long)value;

    public static implicit operator Argument(memory_format value) => (long)value;

    public static implicit operator Argument(torch.Device? value) =>
        value is null ? None : new(ValueTag.Device, null, (long)value.type, value.index);

    public static implicit operator Argument(torch.Generator? value) => value is null ? None : new(ValueTag.Generator, value);

    public static implicit operator Argument(long[]? value) => value is null ? None : new(ValueTag.IntList, value);

    public static implicit operator Argument(ReadOnlySpan<long> value) =>
        value.Length == 1 ? Dim(value[0]) : new(ValueTag.IntList, value.ToArray());

    public static implicit operator Argument(torch.Size value) => value.Shape;

    public static implicit operator Argument(double[]? value) => value is null ? None : new(ValueTag.DoubleList, value);

    public static implicit operator Argument(bool[]? value) => value is null ? None : new(ValueTag.BoolList, value);

    public static implicit operator Argument(torch.Tensor[]? value) => value is null ? None : new(ValueTag.TensorList, value);

    public static implicit operator Argument(List<torch.Tensor>? value) => value is null ? None : new(ValueTag.TensorList, value);

    /// <summary>A list of one integer, without an array: for <c>int[1] dim</c>.</summary>
    internal static Argument Dim(long value) => new(ValueTag.IntList, null, value, InPlace);

    /// <inheritdoc cref="Dim(long)"/>
    internal static Argument Dim(long? value) => value is { } some ? Dim(some) : None;

    /// <summary>A list of tensors.</summary>
    internal static Argument Tensors(IEnumerable<torch.Tensor> value) =>
        new(ValueTag.TensorList, value as IReadOnlyList<torch.Tensor> ?? [.. value]);

    /// <summary>A list of tensors some of which may be null: the indices of <c>aten::index</c>.</summary>
    internal static Argument OptionalTensors(IReadOnlyList<torch.Tensor?> value) => new(ValueTag.OptionalTensorList, value);

    /// <summary>The number as it is; complex ones by reference.</summary>
    internal static Argument Number(ValueTag tag, long bits) => new(tag, null, bits);

    /// <inheritdoc cref="Number"/>
    internal static Argument ComplexNumber(Scalar value) => new(ValueTag.Complex, value);
}
