namespace Lagom.Rl;

/// <summary>Advantage actor-critic, synchronous: one gradient step per short rollout of many copies.</summary>
/// <remarks><b>Source:</b> Mnih, Badia, Mirza, Graves, Lillicrap, Harley, Silver and Kavukcuoglu (2016), "Asynchronous methods for deep reinforcement learning".</remarks>
public sealed class A2c : PolicyGradientAlgorithm
{
    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns; its copies reset in their last step.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">Actions are neither choices nor rows of numbers, the copies reset otherwise, or an option is out of range.</exception>
    public A2c(IEnvironmentBatch environments, A2cOptions? options = null)
        : base("a2c", environments, options ?? new A2cOptions())
    {
    }
}
