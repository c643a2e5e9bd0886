namespace Layg;

/// <summary>Compares inputs number by number, as arrays or spans, so that a look-up needs no array. -0 and 0 are one number.</summary>
internal sealed class PointComparer : IEqualityComparer<double[]>, IAlternateEqualityComparer<ReadOnlySpan<double>, double[]>
{
    public static readonly PointComparer Instance = new();

    public bool Equals(double[]? x, double[]? y) => Equals(x.AsSpan(), y!);

    public bool Equals(ReadOnlySpan<double> alternate, double[] other) =>
        alternate.SequenceEqual(other);

    public int GetHashCode(double[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<double> alternate)
    {
        ulong hash = Hash(alternate, 0);
        return (int)(hash ^ (hash >> 32));
    }

    /// <summary>64 bits that depend on every bit of an input and of a seed, except on the sign of a zero.</summary>
    public static ulong Hash(ReadOnlySpan<double> input, long seed)
    {
        ulong hash = 0x243F6A8885A308D3 ^ unchecked((ulong)seed);
        foreach (double component in input)
        {
            // Multiply and fold: coordinates on a grid differ in few bits, all of which must reach the result.
            ulong high = Math.BigMul(hash ^ BitConverter.DoubleToUInt64Bits(component + 0.0), 0x9E3779B97F4A7C15, out ulong low);
            hash = high ^ low;
        }

        return hash;
    }

    public double[] Create(ReadOnlySpan<double> alternate) => alternate.ToArray();
}
