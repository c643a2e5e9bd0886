namespace Lagom.Rl;

/// <summary>What the weights of a mixture of normal distributions are for.</summary>
public enum MixtureWeights
{
    /// <summary>The components as wholes: the density of a row is a mixture, and a sample takes all its numbers from one component.</summary>
    Joint,

    /// <summary>
    /// Each number by itself, as lagom has it: a sample takes each number from a component of its own, and the loss multiplies the weights of
    /// all numbers, which is no normalised density where there is more than one.
    /// </summary>
    PerDimension,
}
