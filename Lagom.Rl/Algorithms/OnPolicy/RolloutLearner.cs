using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>
/// A gradient step on some rows of a rollout. libtorch differentiates the networks only: the losses' derivatives by the networks' outputs are
/// computed here, row by row.
/// </summary>
internal sealed class RolloutLearner : IDisposable
{
    private readonly ActorCritic _network;
    private readonly ActionKernel _kernel;
    private readonly ModuleAdam _adam;
    private readonly OnPolicyOptions _options;
    private readonly float[] _logDeviations;
    private readonly Tensor _observations;
    private readonly Tensor _byOutput;
    private readonly Tensor _byValue;
    private readonly float[] _actions;
    private readonly float[] _byLogProbability;
    private readonly float[] _entropies;

    public RolloutLearner(ActorCritic network, ActionKernel kernel, float[] logDeviations, OnPolicyOptions options, int rows, int observationSize)
    {
        (_network, _kernel, _logDeviations, _options) = (network, kernel, logDeviations, options);
        _adam = new ModuleAdam(network, options.AdamEpsilon);
        _observations = zeros([rows, observationSize], ScalarType.Float32).DetachFromDisposeScope();
        _byOutput = zeros([rows, kernel.Outputs], ScalarType.Float32).DetachFromDisposeScope();
        _byValue = zeros([rows, 1], ScalarType.Float32).DetachFromDisposeScope();
        _actions = new float[rows * kernel.ActionSize];
        _byLogProbability = new float[rows];
        _entropies = new float[rows];
        LogProbabilities = new float[rows];
        OldLogProbabilities = new float[rows];
        OldValues = new float[rows];
        Advantages = new float[rows];
        Returns = new float[rows];
    }

    /// <summary>A loss of log-probabilities and values: fills their derivatives and returns the losses.</summary>
    public delegate (double Policy, double Value) Losses(RolloutLearner batch, ReadOnlySpan<float> values, Span<float> byLogProbability, Span<float> byValue);

    public ModuleAdam Adam => _adam;

    public float[] LogProbabilities { get; }

    public float[] OldLogProbabilities { get; }

    public float[] OldValues { get; }

    public float[] Advantages { get; }

    public float[] Returns { get; }

    /// <summary>Takes a gradient step.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="rows">Which rows; of a recurrent network whole columns, time after time.</param>
    /// <param name="start">What a recurrent network remembered before the rows; null else.</param>
    /// <param name="learningRate">How far.</param>
    /// <param name="losses">What is minimised beside the entropy.</param>
    public LearnerStep Step(RolloutBuffer rollout, ReadOnlySpan<int> rows, LstmState? start, double learningRate, Losses losses)
    {
        Gather(rollout, rows);
        using DisposeScope scope = NewDisposeScope();
        (Tensor outputs, Tensor values) = Forward(rollout, rows, start);
        ReadOnlySpan<float> given = Numbers(outputs);
        _kernel.Evaluate(given, _actions, LogProbabilities, _entropies);
        if (_options.NormalizeAdvantages)
            PolicyLosses.Standardize(Advantages);
        Span<float> byValue = Numbers(_byValue);
        (double policy, double value) = losses(this, Numbers(values), _byLogProbability, byValue);
        TensorPrimitives.Multiply(byValue, (float)(0.5 * _options.ValueCoefficient), byValue);
        Span<float> byLogDeviation = _network.LogDeviation is { } deviation ? _adam.GradientsOf(deviation) : [];
        _kernel.Differentiate(given, _actions, _byLogProbability, (float)(-_options.EntropyCoefficient / rows.Length), Numbers(_byOutput), byLogDeviation);
        autograd.backward([outputs, values], [_byOutput, _byValue]);
        double norm = _adam.Step(learningRate, _options.MaxGradientNorm);
        ReadDeviations();
        double entropy = TensorPrimitives.Sum<float>(_entropies) / (double)rows.Length;
        return new LearnerStep(policy, 0.5 * value, entropy, norm);
    }

    /// <summary>Log-probabilities and values of a whole rollout under the networks as they are, without learning; into the arrays given.</summary>
    public void Evaluate(RolloutBuffer rollout, ReadOnlySpan<int> rows, LstmState? start, Span<float> logProbabilities, Span<float> values)
    {
        Gather(rollout, rows);
        using var mode = no_grad();
        using DisposeScope scope = NewDisposeScope();
        (Tensor outputs, Tensor found) = Forward(rollout, rows, start);
        _kernel.Evaluate(Numbers(outputs), _actions, logProbabilities, _entropies);
        Numbers(found).CopyTo(values);
    }

    /// <summary>Takes over the standard deviations of continuous actions for those who sample.</summary>
    public void ReadDeviations()
    {
        if (_network.LogDeviation is { } deviation)
            Numbers(deviation).CopyTo(_logDeviations);
    }

    public void Dispose()
    {
        _adam.Dispose();
        _observations.Dispose();
        _byOutput.Dispose();
        _byValue.Dispose();
    }

    private (Tensor Outputs, Tensor Values) Forward(RolloutBuffer rollout, ReadOnlySpan<int> rows, LstmState? start)
    {
        if (start is not { } state)
            return _network.Learn(_observations, null, null);
        int batch = rows.Length / rollout.Steps;
        var isFirst = new float[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            isFirst[i] = rollout.IsFirst[rows[i]] ? 1 : 0;
        return _network.Learn(_observations.view(rollout.Steps, batch, rollout.ObservationSize), tensor(isFirst, [rollout.Steps, batch]), state);
    }

    private void Gather(RolloutBuffer rollout, ReadOnlySpan<int> rows)
    {
        Span<float> observations = Numbers(_observations);
        int size = rollout.ObservationSize, width = rollout.ActionSize;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            rollout.Observations.AsSpan(row * size, size).CopyTo(observations[(i * size)..]);
            rollout.Actions.AsSpan(row * width, width).CopyTo(_actions.AsSpan(i * width));
            OldLogProbabilities[i] = rollout.LogProbabilities[row];
            OldValues[i] = rollout.Values[row];
            Advantages[i] = rollout.Advantages[row];
            Returns[i] = rollout.Returns[row];
        }
    }

    private static Span<float> Numbers(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
