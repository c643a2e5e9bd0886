namespace Layg.Emulators.Torch;

/// <summary>A vector of doubles of some width, so that a kernel is written once. Every operation is IEEE exact in each lane.</summary>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    static abstract int Count { get; }

    static abstract T Load(ref double source);

    static abstract T All(double value);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);

    /// <summary>left * right + addend, rounded once.</summary>
    static abstract T FusedMultiplyAdd(T left, T right, T addend);

    static abstract T Clamp(T value, T low, T high);

    /// <summary>Multiplies by two to the power of a whole number from -1000 to 1000, given as that number plus 1.5 · 2⁵².</summary>
    static abstract T Scale(T value, T shiftedPower);

    void Store(ref double destination);
}
