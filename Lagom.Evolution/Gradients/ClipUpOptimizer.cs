using System.Numerics.Tensors;

namespace Lagom.Evolution.Gradients;

/// <summary>The state of <see cref="ClipUp"/>: the velocity.</summary>
internal sealed class ClipUpOptimizer(ClipUp rule, int dimension) : GradientOptimizer
{
    private readonly double[] _velocity = new double[dimension];

    public override Span<double> State => _velocity;

    public override void Step(Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate)
    {
        double length = TensorPrimitives.Norm(gradient);
        TensorPrimitives.Multiply(_velocity, rule.Momentum, _velocity);
        // A gradient of 0 has no direction.
        if (length > 0)
            TensorPrimitives.MultiplyAdd(gradient, learningRate / length, _velocity, _velocity);
        double speed = TensorPrimitives.Norm<double>(_velocity);
        double topSpeed = rule.TopSpeedRatio * learningRate;
        if (speed > topSpeed)
            TensorPrimitives.Multiply(_velocity, topSpeed / speed, _velocity);
        TensorPrimitives.Subtract(parameters, _velocity, parameters);
    }
}
