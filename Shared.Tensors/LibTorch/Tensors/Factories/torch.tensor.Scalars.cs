namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, ScalarType.Byte, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, ScalarType.Int8, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, ScalarType.Int16, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, ScalarType.Int32, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, ScalarType.Float32, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, dtype ?? ScalarType.Int64, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, dtype ?? ScalarType.Float64, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, dtype ?? ScalarType.Bool, device, requires_grad, names: null);

    /// <summary>A tensor of one number, without dimensions.</summary>
    public static Tensor tensor(System.Numerics.Complex scalar, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        FilledWith(FactoryOperators.Full, [], scalar, dtype ?? ScalarType.ComplexFloat64, device, requires_grad, names: null);
}
