namespace Showcase.Policies;

/// <summary>What a policy search found.</summary>
/// <param name="Weights">The policy: the last mean of the search distribution.</param>
/// <param name="Return">Its mean return over fresh episodes.</param>
/// <param name="Curve">The mean return of each generation.</param>
internal sealed record SearchResult(double[] Weights, double Return, double[] Curve);
