namespace TorchSharp.Modules;

/// <summary>The last changes of parameters and gradients, and the directions that follow from them.</summary>
internal sealed class LbfgsHistory(int size, torch.ScalarType type) : IDisposable
{
    // Below it a pair says nothing about the curvature.
    private const double MinCurvature = 1e-10;

    private readonly List<(torch.Tensor Gradients, torch.Tensor Steps, double Weight)> _pairs = [];
    private readonly double[] _weights = new double[size];
    private torch.Tensor? _direction;
    private torch.Tensor? _gradient;
    private double _scale = 1;

    /// <summary>The length of the step along the last direction.</summary>
    internal double Length { get; private set; }

    /// <summary>The next direction; it lives until the next one. The gradient is copied.</summary>
    internal torch.Tensor Direction(torch.Tensor gradient, double rate)
    {
        torch.Tensor direction;
        if (_direction is null)
        {
            direction = gradient.neg();
            using var sizes = gradient.abs();
            using var sum = sizes.sum();
            Length = Rounded(Math.Min(1, Rounded(1 / sum.ToScalar().ToDouble())) * rate);
        }
        else
        {
            Remember(gradient);
            direction = Turned(gradient);
            Length = rate;
        }
        _direction?.Dispose();
        _direction = direction.DetachFromDisposeScope();
        _gradient?.Dispose();
        _gradient = gradient.clone().DetachFromDisposeScope();
        return _direction;
    }

    public void Dispose()
    {
        foreach (var pair in _pairs)
            Release(pair);
        _pairs.Clear();
        _direction?.Dispose();
        _gradient?.Dispose();
        _direction = _gradient = null;
    }

    private void Remember(torch.Tensor gradient)
    {
        var change = gradient.sub(_gradient!).DetachFromDisposeScope();
        var step = _direction!.mul(Length).DetachFromDisposeScope();
        var curvature = Dot(change, step);
        if (curvature <= MinCurvature)
        {
            change.Dispose();
            step.Dispose();
            return;
        }
        if (_pairs.Count == size)
        {
            Release(_pairs[0]);
            _pairs.RemoveAt(0);
        }
        _pairs.Add((change, step, Rounded(1 / curvature)));
        _scale = Rounded(curvature / Dot(change, change));
    }

    // The gradient times the estimated inverse Hessian, by the two loops.
    private torch.Tensor Turned(torch.Tensor gradient)
    {
        using var turned = gradient.neg();
        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            _weights[i] = Rounded(Dot(_pairs[i].Steps, turned) * _pairs[i].Weight);
            turned.add_(_pairs[i].Gradients, -_weights[i]);
        }
        var direction = turned.mul(_scale);
        for (var i = 0; i < _pairs.Count; i++)
            direction.add_(_pairs[i].Steps, Rounded(_weights[i] - Rounded(Dot(_pairs[i].Gradients, direction) * _pairs[i].Weight)));
        return direction;
    }

    // Numbers are of the tensors' precision, as Python computes them.
    private double Rounded(double value) => type == torch.ScalarType.Float32 ? (float)value : value;

    private static double Dot(torch.Tensor left, torch.Tensor right)
    {
        using var product = left.dot(right);
        return product.ToScalar().ToDouble();
    }

    private static void Release((torch.Tensor Gradients, torch.Tensor Steps, double Weight) pair)
    {
        pair.Gradients.Dispose();
        pair.Steps.Dispose();
    }
}
