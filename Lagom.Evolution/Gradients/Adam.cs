namespace Lagom.Evolution.Gradients;

/// <summary>Descent with running averages of the gradient and of its square, corrected for their start at 0.</summary>
/// <remarks><b>Source:</b> Kingma and Ba (2015), "Adam: a method for stochastic optimization".</remarks>
/// <param name="Beta1">The decay of the average of the gradient (β₁). Default: 0.9. Range: at least 0, below 1.</param>
/// <param name="Beta2">The decay of the average of its square (β₂). Default: 0.999. Range: at least 0, below 1.</param>
/// <param name="Epsilon">What is added to the root of the square's average (ε). Default: 1e-8. Range: positive.</param>
public sealed record Adam(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : GradientRule
{
    /// <summary>The decay of the average of the gradient (β₁). Range: at least 0, below 1.</summary>
    public double Beta1 { get; } = BelowOne(Beta1, nameof(Beta1));

    /// <summary>The decay of the average of its square (β₂). Range: at least 0, below 1.</summary>
    public double Beta2 { get; } = BelowOne(Beta2, nameof(Beta2));

    /// <summary>What is added to the root of the square's average (ε). Range: positive.</summary>
    public double Epsilon { get; } = Positive(Epsilon, nameof(Epsilon));

    /// <inheritdoc/>
    public override GradientOptimizer Create(int dimension) => new AdamOptimizer(this, dimension);
}
