namespace Layg.Sampling;

/// <summary>A move and how often it is made.</summary>
/// <param name="Move">The move.</param>
/// <param name="Weight">
/// How often, relative to the other moves' weights: each step makes one move, chosen at random. Range: above 0, finite.
/// </param>
public readonly record struct WeightedMove(IEnsembleMove Move, double Weight = 1);
