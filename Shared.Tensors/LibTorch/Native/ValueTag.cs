namespace TorchSharp;

/// <summary>What a <see cref="NativeValue"/> or an <see cref="Argument"/> holds; the numbers are the native part's.</summary>
internal enum ValueTag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    Complex = 5,
    String = 6,
    Device = 7,
    Generator = 8,
    TensorList = 9,
    OptionalTensorList = 10,
    IntList = 11,
    DoubleList = 12,
    BoolList = 13,
}
