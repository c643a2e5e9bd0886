using Shared.Tensors;
using TorchSharp;

namespace EvoGrad;

/// <summary>Draws samples from populations.</summary>
public static class PopulationSampling
{
    /// <summary>Draws individuals; the same seed and parameters give the same ones, and a longer sample begins with a shorter one.</summary>
    /// <param name="population">The population.</param>
    /// <param name="count">How many. Range: at least 1.</param>
    /// <param name="seed">Where the randomness comes from; take another for the next sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public static Sample Sample(this IPopulation population, int count, long seed)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new Sample(population.Draw(new IndividualRange(seed, 0, count)), seed, isPaired: false);
    }

    /// <summary>Draws individuals, with a seed drawn from a stream.</summary>
    /// <inheritdoc cref="Sample(IPopulation, int, long)"/>
    public static Sample Sample(this IPopulation population, int count, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return population.Sample(count, unchecked((long)stream.NextUInt64()));
    }

    /// <summary>
    /// Draws antithetic pairs: first individuals, then their mirror images in the same order. The mean over them has less variance where the
    /// fitness is nearly linear.
    /// </summary>
    /// <param name="population">A symmetric population.</param>
    /// <param name="count">How many individuals, mirror images included. Range: even, at least 2.</param>
    /// <param name="seed">Where the randomness comes from; take another for the next sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is odd or below 2.</exception>
    /// <exception cref="ArgumentException">The population has no mirror images.</exception>
    public static Sample SamplePairs(this IPopulation population, int count, long seed)
    {
        ArgumentNullException.ThrowIfNull(population);
        CheckPairs(population, count);
        using torch.Tensor first = population.Draw(new IndividualRange(seed, 0, count / 2));
        using torch.Tensor second = population.Draw(new IndividualRange(seed, 0, count / 2, -1));
        return new Sample(torch.cat([first, second], 0), seed, isPaired: true);
    }

    /// <summary>Draws antithetic pairs, with a seed drawn from a stream.</summary>
    /// <inheritdoc cref="SamplePairs(IPopulation, int, long)"/>
    public static Sample SamplePairs(this IPopulation population, int count, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return population.SamplePairs(count, unchecked((long)stream.NextUInt64()));
    }

    /// <summary>Rebuilds an individual from its code, given the parameters that it was drawn with.</summary>
    /// <param name="population">The population.</param>
    /// <param name="code">What <see cref="EvoGrad.Sample.Encode(int)"/> gave.</param>
    /// <returns>The individual, in its shape; the caller disposes it.</returns>
    public static torch.Tensor Decode(this IPopulation population, EncodedIndividual code)
    {
        ArgumentNullException.ThrowIfNull(population);
        using torch.Tensor one = population.Draw(new IndividualRange(code.Seed, code.Index, 1, code.Sign));
        return one.squeeze(0);
    }

    /// <summary>Rebuilds individuals from their codes, so that an expectation can be taken over them.</summary>
    /// <param name="population">The population.</param>
    /// <param name="codes">What <see cref="EvoGrad.Sample.Encode()"/> gave, at least one, of any seeds.</param>
    /// <exception cref="ArgumentException">There is no code.</exception>
    public static Sample Decode(this IPopulation population, IReadOnlyList<EncodedIndividual> codes)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(codes);
        if (codes.Count == 0)
            throw new ArgumentException("A sample needs at least one individual.", nameof(codes));
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor[] runs = [.. Runs(codes).Select(population.Draw)];
        return new Sample(torch.cat(runs, 0), [.. codes]);
    }

    internal static void CheckPairs(IPopulation population, int count)
    {
        if (count < 2 || count % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(count), count, "Pairs need an even number of individuals, at least 2.");
        if (!population.IsSymmetric)
            throw new ArgumentException($"{population.GetType().Name} is not symmetric: its individuals have no mirror images; sample without pairs.", nameof(population));
    }

    // Neighbours in the sample are drawn together.
    private static IEnumerable<IndividualRange> Runs(IReadOnlyList<EncodedIndividual> codes)
    {
        int start = 0;
        for (int i = 1; i <= codes.Count; i++)
        {
            if (i < codes.Count && codes[i] == codes[start] with { Index = codes[start].Index + (i - start) })
                continue;
            yield return new IndividualRange(codes[start].Seed, codes[start].Index, i - start, codes[start].Sign);
            start = i;
        }
    }
}
