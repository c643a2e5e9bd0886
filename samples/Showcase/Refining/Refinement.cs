namespace Showcase.Refining;

/// <summary>The policy before and after the refinement.</summary>
/// <param name="Before">Its mean return over fresh episodes before.</param>
/// <param name="After">The mean return of what came of it, over the same episodes; null where there was no refinement.</param>
/// <param name="Curve">The way from one to the other.</param>
/// <param name="Policy">The weights of the better one.</param>
/// <param name="LeftOut">Why there was no refinement; null where there was one.</param>
internal sealed record Refinement(double Before, double? After, IReadOnlyList<RefinementPoint> Curve, double[] Policy, string? LeftOut);
