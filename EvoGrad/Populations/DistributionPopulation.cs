using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>Any distribution of <c>torch.distributions</c> as a population.</summary>
/// <remarks>
/// Noise comes from libtorch's generator, seeded for every block of 64 individuals, so that one is rebuilt by drawing its block. Unlike the
/// other populations' it depends on the libtorch version and device.
/// </remarks>
public sealed class DistributionPopulation : IPopulation
{
    private const int Block = 64;

    private readonly Func<Generator, distributions.Distribution> _make;
    private readonly int _eventDimensions;
    private readonly Tensor _parameter;

    /// <summary>Makes a population of a way to make the distribution, which is called for every sample and every log-probability.</summary>
    /// <param name="make">Makes the distribution from the parameters, with the generator given: <c>generator => distributions.Gamma(shape, rate, generator)</c>.</param>
    /// <param name="parameters">The tensors that it depends on, by name, at least one.</param>
    /// <param name="searches">
    /// How many leading dimensions of the distribution's batch shape are searches of their own: individuals have them, but each search has its
    /// own log-probability. With 0 an individual is all that one draw gives, and its log-probability one number.
    /// </param>
    /// <exception cref="ArgumentException">There is no parameter, parameters differ in type or device, or there are fewer batch dimensions than searches.</exception>
    public DistributionPopulation(Func<Generator, distributions.Distribution> make, IReadOnlyDictionary<string, Tensor> parameters, int searches = 0)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(searches);
        if (parameters.Count == 0)
            throw new ArgumentException("Name at least one parameter: what is learnt is found by it.", nameof(parameters));
        PopulationCheck.SameKind([.. parameters.Select(pair => (pair.Key, pair.Value))]);
        _make = make;
        _parameter = parameters.Values.First();
        Parameters = new Dictionary<string, Tensor>(parameters, StringComparer.Ordinal);
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(0, _parameter.device);
        distributions.Distribution distribution = make(generator);
        long[] batch = distribution.batch_shape.Shape;
        if (batch.Length < searches)
            throw new ArgumentException($"The distribution has {batch.Length} batch dimensions, but {searches} shall be searches of their own.", nameof(searches));
        IndividualShape = [.. batch, .. distribution.event_shape.Shape];
        _eventDimensions = batch.Length - searches;
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <inheritdoc />
    public IReadOnlyList<long> IndividualShape { get; }

    /// <inheritdoc />
    public bool IsSymmetric => false;

    /// <inheritdoc />
    public Tensor Draw(IndividualRange range)
    {
        if (range.Sign < 0)
            throw new ArgumentException("A distribution drawn by its own generator has no mirror images.", nameof(range));
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        long firstBlock = range.First / Block, lastBlock = (range.First + range.Count - 1) / Block;
        var blocks = new List<Tensor>();
        for (long block = firstBlock; block <= lastBlock; block++)
        {
            using var generator = new Generator(new RandomStream(range.Seed).Split("blocks", block).NextUInt64(), _parameter.device);
            blocks.Add(_make(generator).sample(Block));
        }

        return cat(blocks, 0).narrow(0, range.First - firstBlock * Block, range.Count).clone().MoveToOuterDisposeScope();
    }

    /// <summary>The logarithm of the density of individuals.</summary>
    /// <param name="individuals">Shape [n, individual shape].</param>
    /// <returns>Shape [n], followed by the searches'.</returns>
    /// <exception cref="InvalidOperationException">The distribution has no log-probability.</exception>
    public Tensor LogProbability(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, _parameter, sameType: false);
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(0, _parameter.device);
        distributions.Distribution distribution = _make(generator);
        Tensor each;
        try
        {
            each = distribution.log_prob(individuals);
        }
        catch (Exception lacking) when (lacking is NotSupportedException or NotImplementedException)
        {
            throw new InvalidOperationException(
                $"{distribution.GetType().Name} has no log_prob, so no expectation under it can be differentiated by the score. Use a population with a density.", lacking);
        }

        Tensor joint = _eventDimensions == 0 ? each : each.sum([.. Enumerable.Range(1, _eventDimensions).Select(d => -(long)d)]);
        return (ReferenceEquals(joint, each) ? each.alias() : joint).MoveToOuterDisposeScope();
    }
}
