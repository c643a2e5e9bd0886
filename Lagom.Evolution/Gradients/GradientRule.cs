namespace Lagom.Evolution.Gradients;

/// <summary>How a strategy follows the gradient that it estimates: the settings of a <see cref="GradientOptimizer"/>.</summary>
public abstract record GradientRule
{
    /// <summary>Makes an optimizer at its beginning.</summary>
    /// <param name="dimension">The number of parameters. Range: at least 1.</param>
    public abstract GradientOptimizer Create(int dimension);

    /// <summary>Checks a setting that must lie in [0, 1).</summary>
    private protected static double BelowOne(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be at least 0 and below 1.");

    /// <summary>Checks a setting that must be positive.</summary>
    private protected static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The value must be positive and finite.");
}
