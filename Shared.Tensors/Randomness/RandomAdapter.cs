namespace Shared.Tensors;

/// <summary>A <see cref="Random"/> whose every draw comes from a <see cref="RandomStream"/>.</summary>
#pragma warning disable RS0030 // Deriving from Random calls its constructor; no number is drawn from the base class.
internal sealed class RandomAdapter(RandomStream stream) : Random
#pragma warning restore RS0030
{
    protected override double Sample() => stream.NextDouble();

    public override double NextDouble() => stream.NextDouble();

    public override int Next() => stream.NextInt32(int.MaxValue);

    public override int Next(int maxValue) => maxValue == 0 ? 0 : stream.NextInt32(maxValue);

    public override int Next(int minValue, int maxValue) =>
        minValue == maxValue ? minValue : (int)stream.NextInt64(minValue, maxValue);

    public override long NextInt64() => stream.NextInt64(0, long.MaxValue);

    public override long NextInt64(long maxValue) => maxValue == 0 ? 0 : stream.NextInt64(0, maxValue);

    public override long NextInt64(long minValue, long maxValue) =>
        minValue == maxValue ? minValue : stream.NextInt64(minValue, maxValue);

    public override float NextSingle() => (stream.NextUInt64() >> 40) * (1f / (1 << 24));

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        for (int i = 0; i < buffer.Length; i++)
            buffer[i] = (byte)(stream.NextUInt64() >> 56);
    }
}
