namespace Shared.Tensors;

/// <summary>Makes the random streams of a program from its one seed, each by its own name.</summary>
/// <remarks>Thread-safe. A stream depends on seed, label and index only, not on which streams were made before.</remarks>
public sealed class RandomStreamFactory
{
    private readonly RandomStream _root;

    /// <summary>Makes a factory of a seed.</summary>
    /// <param name="seed">The seed. Every value is one.</param>
    public RandomStreamFactory(long seed)
    {
        Seed = seed;
        _root = new RandomStream(seed);
    }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>Makes a stream at its beginning; the same name gives the same stream again.</summary>
    /// <param name="label">What the stream is for, such as "optimizer".</param>
    /// <param name="index">Which one of that kind.</param>
    public RandomStream Create(string label, long index = 0) => _root.Split(label, index);
}
