using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// Reuses individuals that were drawn with other parameters: each counts with the ratio of its density now to its density then.
/// </summary>
/// <remarks><b>Source:</b> Owen (2013), "Monte Carlo theory, methods and examples", chapter 9; Sun et al. (2009), "Efficient natural evolution strategies".</remarks>
public sealed class ImportanceWeights : IDisposable
{
    private readonly Sample _sample;
    private readonly IPopulation _population;

    /// <summary>Weighs individuals by the population's parameters as they are now.</summary>
    /// <param name="sample">The individuals.</param>
    /// <param name="population">The distribution of which expectations are wanted.</param>
    /// <param name="drawnLogProbability">What <see cref="IPopulation.LogProbability"/> gave when they were drawn, with all its constants. Shape [n]; counts as a constant.</param>
    /// <param name="largest">Ratios above it are cut to it, which bounds the variance and biases; no limit by default. Range: above 0.</param>
    /// <exception cref="ArgumentException">
    /// There is not one finite log-probability of the population's type for each individual, or a ratio is too large to be a number; the message names the individual.
    /// </exception>
    public ImportanceWeights(Sample sample, IPopulation population, Tensor drawnLogProbability, double largest = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(drawnLogProbability);
        if (!(largest > 0))
            throw new ArgumentOutOfRangeException(nameof(largest), largest, "The largest ratio must be above 0.");
        if (drawnLogProbability.ndim != 1 || drawnLogProbability.shape[0] != sample.Count)
            throw new ArgumentException($"The log-probabilities have shape [{string.Join(", ", drawnLogProbability.shape)}]; the sample has {sample.Count} individuals.", nameof(drawnLogProbability));
        _sample = sample;
        _population = population;
        using DisposeScope scope = NewDisposeScope();
        Tensor now = population.LogProbability(sample.Individuals);
        Check(now, drawnLogProbability);
        Tensor ratio = (now - drawnLogProbability.detach()).exp();
        if (!double.IsPositiveInfinity(largest))
            ratio = ratio.clamp_max(largest);
        if (ExpectationCheck.FirstNotFinite(ratio, 0) is { } found)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The ratio of individual {found.Individual} is {found.Value}: the population has moved too far from where it was drawn. Draw anew, or cut ratios with 'largest'."),
                nameof(drawnLogProbability));
        }

        Ratio = ratio.DetachFromDisposeScope();
    }

    /// <summary>Density now over density then, differentiable in the population's parameters. Shape [n].</summary>
    public Tensor Ratio { get; }

    /// <summary>How many individuals drawn now would be worth as much: (Σ w)² / Σ w². Draw anew when it is below half of them.</summary>
    public double EffectiveSampleSize
    {
        get
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable still = no_grad();
            Tensor ratio = Ratio.type(ScalarType.Float64);
            double sum = ratio.sum().item<double>(), squares = ratio.square().sum().item<double>();
            return sum * sum / squares;
        }
    }

    /// <summary>The expectation of values under the population as it is now, differentiable to any order.</summary>
    /// <param name="values">As for <see cref="Expectation.Of"/>; the individuals stand along the first dimension.</param>
    /// <param name="selfNormalized">Whether to divide by the sum of the ratios instead of n: less variance, and a bias of the order 1/n.</param>
    /// <returns>The mean over the individuals; the caller disposes it.</returns>
    /// <inheritdoc cref="Expectation.Of" path="/exception"/>
    public Tensor Expectation(Tensor values, bool selfNormalized = false)
    {
        ExpectationCheck.Values(values, _sample, _population, 0);
        using DisposeScope scope = NewDisposeScope();
        var shape = new long[values.ndim];
        Array.Fill(shape, 1);
        shape[0] = _sample.Count;
        Tensor sum = (values * Ratio.reshape(shape)).sum(dim: 0);
        return (selfNormalized ? sum / Ratio.sum() : sum / _sample.Count).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public void Dispose() => Ratio.Dispose();

    private void Check(Tensor now, Tensor drawn)
    {
        if (now.ndim != 1)
            throw new ArgumentException($"{_population.GetType().Name}.LogProbability gives shape [{string.Join(", ", now.shape)}]; individuals are weighed by one number for each.", "population");
        if (drawn.dtype != now.dtype || !PopulationCheck.SameDevice(drawn, now))
            throw new ArgumentException($"The log-probabilities are {drawn.dtype} on {drawn.device}, but the population's are {now.dtype} on {now.device}.", "drawnLogProbability");
        if (ExpectationCheck.FirstNotFinite(drawn, 0) is { } found)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The log-probability that individual {found.Individual} was drawn with is {found.Value}; it must be a number: what the population gave then."), "drawnLogProbability");
        }
    }
}
