using System.Numerics.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>One or two networks that value actions, with the targets that follow them.</summary>
internal sealed class TwinCritic : IDisposable
{
    private readonly DenseEnsemble _learnt;
    private readonly DenseEnsemble _target;
    private readonly FlatAdam _adam;
    private readonly Tensor _gradients;
    private readonly float[] _targets;

    public TwinCritic(int members, ReplayTensors batch, IReadOnlyList<int> hidden, RandomStream random)
    {
        int inputs = (int)(batch.Observations.shape[1] + batch.Actions.shape[1]);
        _learnt = new DenseEnsemble(members, inputs, [.. hidden], 1).Initialize(random);
        _target = new DenseEnsemble(members, inputs, [.. hidden], 1);
        _learnt.Values.Numbers().CopyTo(_target.Values.Numbers());
        _adam = new FlatAdam(_learnt);
        _gradients = members == 1 ? Floats.Lasting(batch.Count, 1) : Floats.Lasting(members, batch.Count, 1);
        _targets = new float[batch.Count];
    }

    public int Members => _learnt.Members;

    /// <summary>What the next observations' actions are worth to the target networks: a span of B numbers for each member, one after the other.</summary>
    public Tensor TargetValues(Tensor observations, Tensor actions) => _target.Evaluate(cat([observations, actions], 1));

    /// <summary>What actions are worth to all members, differentiable with respect to the actions only.</summary>
    public Tensor Values(Tensor observations, Tensor actions) => _learnt.Evaluate(cat([observations, actions], 1));

    /// <summary>What actions are worth to the first member, differentiable with respect to the actions only.</summary>
    public Tensor FirstValues(Tensor observations, Tensor actions) => _learnt.EvaluateFirst(cat([observations, actions], 1));

    /// <summary>Memory for the targets of a batch.</summary>
    public Span<float> Targets => _targets;

    /// <summary>Takes a step on the sum of the members' mean squared errors against <see cref="Targets"/>.</summary>
    /// <returns>That sum, and the first member's mean value.</returns>
    public (double Loss, double MeanValue) Learn(ReplayTensors batch, double learningRate, double largestNorm)
    {
        Tensor values = _learnt.Learn(cat([batch.Observations, batch.Actions], 1));
        ReadOnlySpan<float> q = values.Numbers();
        Span<float> errors = _gradients.Numbers();
        for (int member = 0; member < Members; member++)
            TensorPrimitives.Subtract(q.Slice(member * batch.Count, batch.Count), _targets, errors.Slice(member * batch.Count, batch.Count));
        double loss = TensorPrimitives.SumOfSquares<float>(errors) / (double)batch.Count;
        double mean = TensorPrimitives.Sum(q[..batch.Count]) / (double)batch.Count;
        TensorPrimitives.Multiply(errors, 2f / batch.Count, errors);
        autograd.backward(values, _gradients);
        _adam.Step(learningRate, largestNorm);
        return (loss, mean);
    }

    public void Follow(double tau) => ReplayTargets.Follow(_learnt.Values.Numbers(), _target.Values.Numbers(), 1 - tau);

    public IEnumerable<KeyValuePair<string, Tensor>> Tensors() =>
    [
        new("critic", _learnt.Values), new("critic_target", _target.Values), new("critic_means", _adam.Means), new("critic_squares", _adam.Squares),
    ];

    public long AdamSteps
    {
        get => _adam.Steps;
        set => _adam.Steps = value;
    }

    public void Dispose()
    {
        _learnt.Dispose();
        _target.Dispose();
        _adam.Dispose();
        _gradients.Dispose();
    }
}
