using TorchSharp;

namespace EvoGrad;

/// <summary>Individuals drawn from a population. Dispose it when the expectation has been differentiated.</summary>
public sealed class Sample : IDisposable
{
    private readonly EncodedIndividual[]? _codes;
    private readonly long? _seed;

    internal Sample(torch.Tensor individuals, long seed, bool isPaired)
        : this(individuals)
    {
        _seed = seed;
        IsPaired = isPaired;
    }

    internal Sample(torch.Tensor individuals, EncodedIndividual[] codes)
        : this(individuals)
    {
        _codes = codes;
        int half = codes.Length / 2;
        IsPaired = codes.Length % 2 == 0 && Enumerable.Range(0, half).All(i => codes[half + i] == codes[i] with { Sign = -codes[i].Sign });
    }

    private Sample(torch.Tensor individuals)
    {
        Individuals = individuals.DetachFromDisposeScope();
        Count = checked((int)individuals.shape[0]);
    }

    /// <summary>The individuals. Shape [n, individual shape], without gradient.</summary>
    public torch.Tensor Individuals { get; }

    /// <summary>How many individuals.</summary>
    public int Count { get; }

    /// <summary>Whether the second half are the mirror images of the first, in the same order.</summary>
    public bool IsPaired { get; }

    /// <summary>Takes individuals that come from elsewhere as a sample.</summary>
    /// <param name="individuals">Shape [n, individual shape]; a copy is kept.</param>
    /// <exception cref="ArgumentException">There is no individual.</exception>
    public static Sample Of(torch.Tensor individuals)
    {
        ArgumentNullException.ThrowIfNull(individuals);
        if (individuals.ndim == 0 || individuals.shape[0] == 0)
            throw new ArgumentException("A sample needs at least one individual along the first dimension.", nameof(individuals));
        using var still = torch.no_grad();
        using torch.Tensor source = individuals.detach();
        return new Sample(source.clone());
    }

    /// <summary>What an individual can be rebuilt from.</summary>
    /// <param name="individual">Which one. Range: 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="InvalidOperationException">The individuals come from elsewhere.</exception>
    public EncodedIndividual Encode(int individual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(individual);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(individual, Count);
        if (_codes is not null)
            return _codes[individual];
        if (_seed is not { } seed)
            throw new InvalidOperationException("These individuals were not drawn from a seed, so they have no code.");
        int half = Count / 2;
        return IsPaired && individual >= half ? new(seed, individual - half, -1) : new(seed, individual, 1);
    }

    /// <summary>What all individuals can be rebuilt from.</summary>
    /// <exception cref="InvalidOperationException">The individuals come from elsewhere.</exception>
    public EncodedIndividual[] Encode()
    {
        var codes = new EncodedIndividual[Count];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = Encode(i);
        return codes;
    }

    /// <inheritdoc />
    public void Dispose() => Individuals.Dispose();
}
