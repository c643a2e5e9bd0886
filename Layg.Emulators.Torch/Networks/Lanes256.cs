using System.Runtime.Intrinsics;

namespace Layg.Emulators.Torch;

/// <summary>4 doubles.</summary>
internal readonly struct Lanes256(Vector256<double> value) : ILanes<Lanes256>
{
    private readonly Vector256<double> _value = value;

    public static int Count => Vector256<double>.Count;

    public static Lanes256 Load(ref double source) => new(Vector256.LoadUnsafe(ref source));

    public static Lanes256 All(double value) => new(Vector256.Create(value));

    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._value + right._value);

    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left._value - right._value);

    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left._value * right._value);

    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left._value / right._value);

    public static Lanes256 FusedMultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 addend) =>
        new(Vector256.FusedMultiplyAdd(left._value, right._value, addend._value));

    public static Lanes256 Clamp(Lanes256 value, Lanes256 low, Lanes256 high) =>
        new(Vector256.Min(Vector256.Max(value._value, low._value), high._value));

    public static Lanes256 Scale(Lanes256 value, Lanes256 shiftedPower) =>
        new((value._value.AsInt64() + (shiftedPower._value.AsInt64() << 52)).AsDouble());

    public void Store(ref double destination) => _value.StoreUnsafe(ref destination);
}
