namespace Lagom.Rl;

/// <summary>Makes a learning algorithm for environments of the host's registry, with the options it was added with.</summary>
/// <typeparam name="TAlgorithm">The algorithm.</typeparam>
public sealed class AlgorithmFactory<TAlgorithm>
    where TAlgorithm : IAlgorithm
{
    private readonly Func<string, TAlgorithm> _create;

    internal AlgorithmFactory(Func<string, TAlgorithm> create) => _create = create;

    /// <summary>Makes the algorithm, with networks that know nothing yet; the caller disposes it.</summary>
    /// <param name="environment">The environment's id, such as "CartPole-v1".</param>
    /// <exception cref="ArgumentException">There is no such environment, or the algorithm does not fit it.</exception>
    public TAlgorithm Create(string environment) => _create(environment);
}
