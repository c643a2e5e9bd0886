namespace Lagom.Evolution.Fitness;

/// <summary>What a strategy makes of the values of a generation before it estimates a gradient from them. Smaller values stay better; equal ones stay equal.</summary>
public enum FitnessShaping
{
    /// <summary>The ranks, evenly spaced from -1/2 (best) to 1/2 (worst): nothing but the order counts.</summary>
    CentredRanks = 0,

    /// <summary>The values, less their mean, divided by their standard deviation.</summary>
    ZScore,

    /// <summary>The ranks, weighted as natural evolution strategies do: the better half by the logarithm of its rank, the other half alike.</summary>
    NesUtilities,

    /// <summary>The values themselves.</summary>
    Raw,
}
