namespace Lagom.Evolution.Gradients;

/// <summary>Plain descent, x -= η v with v = momentum v + g.</summary>
/// <param name="Momentum">How much of the last step is kept. Default: 0. Range: at least 0, below 1.</param>
public sealed record Sgd(double Momentum = 0) : GradientRule
{
    /// <summary>How much of the last step is kept. Range: at least 0, below 1.</summary>
    public double Momentum { get; } = BelowOne(Momentum, nameof(Momentum));

    /// <inheritdoc/>
    public override GradientOptimizer Create(int dimension) => new SgdOptimizer(this, dimension);
}
