using Shared.Tensors;

namespace TorchSharp.Modules;

/// <summary>
/// L-BFGS: steps along a direction that the last changes of parameters and gradients suggest, several in one call; for whole batches.
/// </summary>
/// <remarks>
/// Steps have a fixed length, without a search along the direction. What it remembers takes memory of as many copies of the parameters as
/// twice the history. <b>Source:</b> Liu &amp; Nocedal (1989), "On the limited memory BFGS method for large scale optimization".
/// </remarks>
public sealed partial class LBFGS : torch.optim.Optimizer, torch.optim.ILearningRateController
{
    private readonly Parameter[] _parameters;
    private readonly long _maxIterations;
    private readonly long _maxEvaluations;
    private readonly double _toleranceGradient;
    private readonly double _toleranceChange;
    private readonly LbfgsHistory _history;
    private double _rate;

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, long max_iter, long? max_eval, double tolerance_grad,
        double tolerance_change,
        long history_size)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        OptimizerChecks.LearningRate(lr);
        ArgumentOutOfRangeException.ThrowIfLessThan(max_iter, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(history_size, 1);
        _parameters = [.. parameters];
        if (_parameters.Length == 0)
            throw new ArgumentException("optimizer got an empty parameter list", nameof(parameters));
        if (_parameters.ToHashSet(ReferenceEqualityComparer.Instance).Count != _parameters.Length)
            throw new ArgumentException("some parameters appear in more than one parameter group", nameof(parameters));
        _rate = lr;
        _maxIterations = max_iter;
        _maxEvaluations = max_eval ?? max_iter * 5 / 4;
        _toleranceGradient = tolerance_grad;
        _toleranceChange = tolerance_change;
        _history = new LbfgsHistory(checked((int)history_size), _parameters[0].dtype);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _rate;
        set
        {
            OptimizerChecks.LearningRate(value);
            _rate = value;
        }
    }

    /// <inheritdoc/>
    public double InitialLearningRate { get; set; }

    /// <summary>Takes up to the maximal number of steps.</summary>
    /// <param name="closure">Clears the gradients, computes the loss and its gradients, and returns the loss; it is called
    /// before every step.</param>
    /// <returns>The loss before the first step.</returns>
    public override torch.Tensor step(Func<torch.Tensor>? closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        using var recordsNothing = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var first = Evaluate(closure)!;
        Minimize(closure, first.detach().@double().item<double>());
        return first.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _history.Dispose();
        base.Dispose(disposing);
    }

    private protected override IEnumerable<torch.optim.ILearningRateController> Groups => [this];

    private protected override IEnumerable<Parameter> Members => _parameters;

    private protected override void Advance() =>
        throw new NotSupportedException("LBFGS needs a closure; it evaluates the loss several times.");

    private void Minimize(Func<torch.Tensor> closure, double loss)
    {
        var gradient = FlatGradient();
        if (LargestSize(gradient) <= _toleranceGradient)
            return;
        long evaluations = 1;
        for (long iteration = 1; ; iteration++)
        {
            var direction = _history.Direction(gradient, _rate);
            var lossBefore = loss;
            // Too flat along the direction to go on.
            if (Dot(gradient, direction) > -_toleranceChange)
                return;
            Move(direction, _history.Length);
            if (iteration == _maxIterations)
                return;
            using (torch.NewDisposeScope())
                loss = Evaluate(closure)!.detach().@double().item<double>();
            gradient.Dispose();
            gradient = FlatGradient();
            evaluations++;
            if (evaluations >= _maxEvaluations || LargestSize(gradient) <= _toleranceGradient
                || LargestSize(direction) * Math.Abs(_history.Length) <= _toleranceChange || Math.Abs(loss - lossBefore) < _toleranceChange)
                return;
        }
    }

    private torch.Tensor FlatGradient()
    {
        using var scope = torch.NewDisposeScope();
        return torch.cat([.. _parameters.Select(parameter => parameter.Gradient()?.reshape(-1) ?? torch.zeros_like(parameter).reshape(-1))])
            .MoveToOuterDisposeScope();
    }

    private void Move(torch.Tensor direction, double length)
    {
        using var scope = torch.NewDisposeScope();
        long start = 0;
        foreach (var parameter in _parameters)
        {
            var count = parameter.numel();
            parameter.add_(direction.narrow(0, start, count).view_as(parameter), length);
            start += count;
        }
    }

    private static double Dot(torch.Tensor left, torch.Tensor right)
    {
        using var product = left.dot(right);
        return product.ToScalar().ToDouble();
    }

    private static double LargestSize(torch.Tensor tensor)
    {
        using var sizes = tensor.abs();
        using var largest = sizes.max();
        return largest.ToScalar().ToDouble();
    }
}
