namespace Lagom.Evolution.Gradients;

/// <summary>Follows a gradient downhill: the state of one of the update rules.</summary>
/// <remarks>Not thread-safe. A step allocates nothing.</remarks>
public abstract class GradientOptimizer
{
    /// <summary>The numbers that a step depends on beside its arguments, to be stored and restored by a strategy.</summary>
    public abstract Span<double> State { get; }

    /// <summary>Moves the parameters one step against the gradient.</summary>
    /// <param name="parameters">The parameters (x), changed in place. Length: the dimension.</param>
    /// <param name="gradient">The gradient at the parameters. Length: the dimension.</param>
    /// <param name="learningRate">The learning rate. Range: positive.</param>
    public abstract void Step(Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate);
}
