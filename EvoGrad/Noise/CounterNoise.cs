using Shared.Tensors;

namespace EvoGrad;

/// <summary>
/// Random numbers by their position: number <c>p</c> of the stream <c>new RandomStream(seed).Split(label)</c>, reached without drawing
/// those before it.
/// </summary>
internal static class CounterNoise
{
    private const int WordsPerBlock = 4;

    /// <summary>The stream of a seed and label, standing before the word at a position.</summary>
    public static RandomStream At(long seed, string label, long position)
    {
        RandomStreamState origin = new RandomStream(seed).Split(label).State;
        (ulong blocks, ulong used) = Math.DivRem((ulong)position, WordsPerBlock);
        return new RandomStream(used == 0
            ? origin with { Blocks = blocks, Used = WordsPerBlock }
            : origin with { Blocks = blocks + 1, Used = (int)used });
    }

    /// <summary>Standard normal numbers, those from a position on.</summary>
    public static void FillNormal(long seed, string label, long position, Span<double> destination) =>
        At(seed, label, position).FillNormal(destination);

    /// <summary>Standard normal numbers in single precision: others than those in double precision, from the same key.</summary>
    public static void FillNormal(long seed, string label, long position, Span<float> destination) =>
        SingleNoise.Fill(new RandomStream(seed).Split(label).State, position, destination);

    /// <summary>Numbers uniform in [0, 1), those from a position on.</summary>
    public static void FillUniform(long seed, string label, long position, Span<double> destination) =>
        At(seed, label, position).FillUniform(destination);
}
