using System.Runtime.Intrinsics;

namespace Layg.Emulators.Torch;

/// <summary>8 doubles.</summary>
internal readonly struct Lanes512(Vector512<double> value) : ILanes<Lanes512>
{
    private readonly Vector512<double> _value = value;

    public static int Count => Vector512<double>.Count;

    public static Lanes512 Load(ref double source) => new(Vector512.LoadUnsafe(ref source));

    public static Lanes512 All(double value) => new(Vector512.Create(value));

    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._value + right._value);

    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left._value - right._value);

    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left._value * right._value);

    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left._value / right._value);

    public static Lanes512 FusedMultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 addend) =>
        new(Vector512.FusedMultiplyAdd(left._value, right._value, addend._value));

    public static Lanes512 Clamp(Lanes512 value, Lanes512 low, Lanes512 high) =>
        new(Vector512.Min(Vector512.Max(value._value, low._value), high._value));

    public static Lanes512 Scale(Lanes512 value, Lanes512 shiftedPower) =>
        new((value._value.AsInt64() + (shiftedPower._value.AsInt64() << 52)).AsDouble());

    public void Store(ref double destination) => _value.StoreUnsafe(ref destination);
}
