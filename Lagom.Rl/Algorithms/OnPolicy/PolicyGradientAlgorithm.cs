using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>One gradient step per rollout on log-probabilities times advantages.</summary>
public abstract class PolicyGradientAlgorithm : OnPolicyAlgorithm
{
    private readonly int[] _rows;

    private protected PolicyGradientAlgorithm(string name, IEnvironmentBatch environments, OnPolicyOptions options)
        : base(name, environments, options, minibatches: 1)
    {
        _rows = new int[Rollout.Count];
        for (int i = 0; i < _rows.Length; i++)
            _rows[i] = i;
    }

    private protected ReadOnlySpan<int> AllRows => _rows;

    private protected override void Learn()
    {
        Rollout.EstimateAdvantages(Options.Gamma, Options.GaeLambda);
        Step();
    }

    private protected void Step()
    {
        using DisposeScope scope = NewDisposeScope();
        Report(Learner.Step(Rollout, _rows, StartState(0, Rollout.Environments), LearningRate, Losses));
        ReportValues();
    }

    private static (double Policy, double Value) Losses(RolloutLearner batch, ReadOnlySpan<float> values, Span<float> byLogProbability, Span<float> byValue) =>
        (PolicyLosses.PolicyGradient(batch.LogProbabilities, batch.Advantages, byLogProbability), PolicyLosses.SquaredValue(values, batch.Returns, byValue));
}
