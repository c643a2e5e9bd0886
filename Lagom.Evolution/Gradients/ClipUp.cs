namespace Lagom.Evolution.Gradients;

/// <summary>
/// Descent by the direction of the gradient only: the velocity gains the learning rate each step, in the direction of the gradient,
/// and is cut at a top speed. Its settings are lengths in the space that is searched, and so easy to choose.
/// </summary>
/// <remarks><b>Source:</b> Toklu, Liskowski and Srivastava (2020), "ClipUp: a simple and powerful optimizer for distribution-based policy evolution".</remarks>
/// <param name="Momentum">How much of the velocity is kept. Default: 0.9. Range: at least 0, below 1.</param>
/// <param name="TopSpeedRatio">The top speed as a multiple of the learning rate. Default: 2, the paper's advice. Range: positive.</param>
public sealed record ClipUp(double Momentum = 0.9, double TopSpeedRatio = 2) : GradientRule
{
    /// <summary>How much of the velocity is kept. Range: at least 0, below 1.</summary>
    public double Momentum { get; } = BelowOne(Momentum, nameof(Momentum));

    /// <summary>The top speed as a multiple of the learning rate. Range: positive.</summary>
    public double TopSpeedRatio { get; } = Positive(TopSpeedRatio, nameof(TopSpeedRatio));

    /// <inheritdoc/>
    public override GradientOptimizer Create(int dimension) => new ClipUpOptimizer(this, dimension);
}
