using System.Numerics.Tensors;

namespace Lagom.Evolution.Gradients;

/// <summary>The state of <see cref="Sgd"/>: the velocity.</summary>
internal sealed class SgdOptimizer(Sgd rule, int dimension) : GradientOptimizer
{
    private readonly double[] _velocity = new double[dimension];

    public override Span<double> State => _velocity;

    public override void Step(Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate)
    {
        TensorPrimitives.MultiplyAdd(_velocity, rule.Momentum, gradient, _velocity);
        TensorPrimitives.MultiplyAdd(_velocity, -learningRate, parameters, parameters);
    }
}
