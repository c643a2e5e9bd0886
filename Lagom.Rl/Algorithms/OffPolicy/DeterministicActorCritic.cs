using System.Numerics.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>A deterministic policy that climbs the values of a critic: what <see cref="Ddpg"/> and <see cref="Td3"/> have in common.</summary>
public abstract class DeterministicActorCritic : OffPolicyAlgorithm<float>
{
    private readonly DeterministicOptions _options;
    private readonly int _policyDelay;
    private readonly DenseEnsemble _actor;
    private readonly DenseEnsemble _actorTarget;
    private readonly FlatAdam _actorAdam;
    private readonly TwinCritic _critic;
    private readonly ActorPolicy _policy;
    private readonly ActionRange _range;
    private readonly ExplorationNoise _noise;
    private readonly Tensor _valueGradients;

    private protected DeterministicActorCritic(
        string name, IEnvironmentBatch environments, DeterministicOptions options, ActionRange range, int critics, int policyDelay)
        : base(name, environments, options, range.Size, replay => new UniformReplay(replay))
    {
        _options = options;
        _policyDelay = policyDelay;
        _range = range;
        _actor = new DenseEnsemble(1, ObservationSize, [.. options.HiddenSizes], ActionSize).Initialize(Random.Initialization);
        _actorTarget = new DenseEnsemble(1, ObservationSize, [.. options.HiddenSizes], ActionSize);
        _actor.Values.Numbers().CopyTo(_actorTarget.Values.Numbers());
        _actorAdam = new FlatAdam(_actor);
        _critic = new TwinCritic(critics, Batch, options.HiddenSizes, Random.Initialization);
        _policy = new ActorPolicy(_actor, environments.ActionSpace, range);
        _noise = new ExplorationNoise(environments.Count * ActionSize, options.NoiseCorrelation);
        _valueGradients = Floats.Lasting(options.BatchSize, 1);
        _valueGradients.Numbers().Fill(-1f / options.BatchSize);
    }

    /// <inheritdoc/>
    public override IPolicy Policy => _policy;

    private protected abstract void ChangeTargetActions(Span<float> actions);

    private protected abstract void ComputeTargets(ReadOnlySpan<float> nextValues, Span<float> targets);

    private protected override void Explore(ReadOnlySpan<float> observations, Span<float> actions, Span<float> stored)
    {
        // Noise with a memory explores better than uniform actions, which cancel out, where the task needs a long push.
        if (IsWarmingUp && _options.NoiseCorrelation == 0)
        {
            foreach (ref float action in stored)
                action = (float)Random.Exploration.NextDouble(-1, 1);
        }
        else
        {
            if (IsWarmingUp)
                stored.Clear();
            else
                _policy.ActWithinUnit(observations, stored);
            for (int i = 0; i < stored.Length; i++)
                stored[i] = (float)Math.Clamp(stored[i] + _options.ExplorationNoise * _noise.Next(i, Random.Exploration), -1, 1);
        }

        _range.Scale(stored, actions);
    }

    private protected override void Learn()
    {
        Tensor nextActions = _actorTarget.Evaluate(Batch.NextObservations).tanh_();
        ChangeTargetActions(nextActions.Numbers());
        ComputeTargets(_critic.TargetValues(Batch.NextObservations, nextActions).Numbers(), _critic.Targets);
        (double loss, double value) = _critic.Learn(Batch, RateShare * _options.LearningRate, _options.MaxGradientNorm);
        Report("loss/critic", loss);
        Report("value/mean", value);
        if (Updates % _policyDelay != 0)
            return;
        Tensor values = _critic.FirstValues(Batch.Observations, _actor.Learn(Batch.Observations).tanh());
        autograd.backward(values, _valueGradients);
        _actorAdam.Step(RateShare * _options.PolicyLearningRate, _options.MaxGradientNorm);
        Report("loss/policy", -TensorPrimitives.Average<float>(values.Numbers()));
        _critic.Follow(_options.Tau);
        ReplayTargets.Follow(_actor.Values.Numbers(), _actorTarget.Values.Numbers(), 1 - _options.Tau);
    }

    private protected override IEnumerable<KeyValuePair<string, Tensor>> Tensors() =>
    [
        new("actor", _actor.Values), new("actor_target", _actorTarget.Values), new("actor_means", _actorAdam.Means), new("actor_squares", _actorAdam.Squares),
        .. _critic.Tensors(),
    ];

    private protected override Dictionary<string, double> SaveNumbers()
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["actor_steps"] = _actorAdam.Steps,
            ["critic_steps"] = _critic.AdamSteps,
        };
        _noise.Save(numbers);
        return numbers;
    }

    private protected override void LoadNumbers(IReadOnlyDictionary<string, double> numbers)
    {
        _actorAdam.Steps = (long)numbers["actor_steps"];
        _critic.AdamSteps = (long)numbers["critic_steps"];
        _noise.Load(numbers);
    }

    private protected override void DisposeNetworks()
    {
        _actor.Dispose();
        _actorTarget.Dispose();
        _actorAdam.Dispose();
        _critic.Dispose();
        _valueGradients.Dispose();
    }
}
