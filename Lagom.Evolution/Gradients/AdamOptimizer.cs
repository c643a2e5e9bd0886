using System.Numerics.Tensors;

namespace Lagom.Evolution.Gradients;

/// <summary>The state of <see cref="Adam"/>: both averages and the number of steps.</summary>
internal sealed class AdamOptimizer(Adam rule, int dimension) : GradientOptimizer
{
    // Average of the gradient, average of its square, number of steps.
    private readonly double[] _state = new double[2 * dimension + 1];
    private readonly double[] _scratch = new double[dimension];

    public override Span<double> State => _state;

    public override void Step(Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate)
    {
        Span<double> first = _state.AsSpan(0, dimension);
        Span<double> second = _state.AsSpan(dimension, dimension);
        double step = ++_state[^1];

        TensorPrimitives.Multiply(gradient, 1 - rule.Beta1, _scratch);
        TensorPrimitives.MultiplyAdd(first, rule.Beta1, _scratch, first);
        TensorPrimitives.Multiply(gradient, gradient, _scratch);
        TensorPrimitives.Multiply(_scratch, 1 - rule.Beta2, _scratch);
        TensorPrimitives.MultiplyAdd(second, rule.Beta2, _scratch, second);

        TensorPrimitives.Divide(second, 1 - Math.Pow(rule.Beta2, step), _scratch);
        TensorPrimitives.Sqrt(_scratch, _scratch);
        TensorPrimitives.Add(_scratch, rule.Epsilon, _scratch);
        TensorPrimitives.Divide(first, _scratch, _scratch);
        TensorPrimitives.MultiplyAdd(_scratch, -learningRate / (1 - Math.Pow(rule.Beta1, step)), parameters, parameters);
    }
}
