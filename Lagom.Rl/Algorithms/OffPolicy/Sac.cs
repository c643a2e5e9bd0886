using System.Numerics.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Lagom.Rl;

/// <summary>
/// Soft actor-critic: a stochastic policy that is paid for its entropy, two critics, and a temperature that keeps the entropy at a wanted
/// level. Actions must be continuous and bounded; the policy's are squashed by a hyperbolic tangent.
/// </summary>
/// <remarks>
/// <b>Source:</b> Haarnoja, Zhou, Hartikainen, Tucker, Ha, Tan, Kumar, Zhu, Gupta, Abbeel and Levine (2018), "Soft actor-critic algorithms and applications".
/// </remarks>
public sealed class Sac : OffPolicyAlgorithm<float>
{
    private readonly SacOptions _options;
    private readonly DenseEnsemble _actor;
    private readonly FlatAdam _actorAdam;
    private readonly TwinCritic _critic;
    private readonly EntropyTemperature _temperature;
    private readonly ActorPolicy _policy;
    private readonly ActionRange _range;
    private readonly ExplorationNoise _noise;
    private readonly Func<int, RandomStream, double> _nextNoise;
    private readonly Tensor _valueGradients;
    private readonly Tensor _densityGradients;

    /// <summary>Makes the algorithm with networks that know nothing yet, and begins an episode in every copy.</summary>
    /// <param name="environments">Where it learns. Its actions must be bounded.</param>
    /// <param name="options">How it learns; null for the defaults.</param>
    /// <exception cref="ArgumentException">The actions are not bounded rows of numbers, autoreset is disabled, or an option is out of range.</exception>
    public Sac(IEnvironmentBatch environments, SacOptions? options = null)
        : this(environments, options ?? new SacOptions(), ActionRange.Of(environments, "SAC"))
    {
    }

    private Sac(IEnvironmentBatch environments, SacOptions options, ActionRange range)
        : base("sac", environments, options, range.Size, replay => new UniformReplay(replay))
    {
        _options = options;
        _range = range;
        _actor = new DenseEnsemble(1, ObservationSize, [.. options.HiddenSizes], 2 * ActionSize).Initialize(Random.Initialization);
        _actorAdam = new FlatAdam(_actor);
        _critic = new TwinCritic(2, Batch, options.HiddenSizes, Random.Initialization);
        _temperature = new EntropyTemperature(options.Temperature, options.TargetEntropy ?? -ActionSize);
        _policy = new ActorPolicy(_actor, environments.ActionSpace, range, (options.MinLogStandardDeviation, options.MaxLogStandardDeviation));
        _noise = new ExplorationNoise(environments.Count * ActionSize, options.NoiseCorrelation);
        _nextNoise = _noise.Next;
        _valueGradients = Floats.Lasting(2, options.BatchSize, 1);
        _densityGradients = Floats.Lasting(options.BatchSize);
    }

    /// <inheritdoc/>
    public override IPolicy Policy => _policy;

    /// <summary>What a nat of entropy is worth now.</summary>
    public double Temperature => _temperature.Alpha;

    /// <summary>Trains on an environment of a registry, with evaluations on copies of their own.</summary>
    /// <param name="environment">The environment's id, such as "Pendulum-v1".</param>
    /// <param name="options">How it learns; null for <see cref="SacOptions.For"/> of the environment.</param>
    /// <param name="training">How long, and what is evaluated, saved and shown; null for the options' <see cref="OffPolicyOptions.TotalSteps"/>.</param>
    /// <param name="registry">Where environments come from; null for those of this package.</param>
    /// <param name="progress">Is told how the run goes.</param>
    /// <param name="cancellationToken">Ends the run with an exception.</param>
    /// <returns>The trained algorithm, whose policy acts; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There is no such environment, an option is out of range, or the training is longer than the learning rate lasts.</exception>
    public static Task<Sac> TrainAsync(
        string environment,
        SacOptions? options = null,
        TrainingOptions? training = null,
        EnvironmentRegistry? registry = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= SacOptions.For(environment);
        return TrainAsync(environment, options, batch => new Sac(batch, options), training, registry, progress, cancellationToken);
    }

    private protected override void Explore(ReadOnlySpan<float> observations, Span<float> actions, Span<float> stored)
    {
        if (!IsWarmingUp)
            _policy.SampleWithinUnit(observations, stored, _nextNoise, Random.Exploration);
        else
        {
            // The tangent of the noise where it has a memory, since uniform actions cancel out where the task needs a long push.
            for (int i = 0; i < stored.Length; i++)
                stored[i] = (float)(_options.NoiseCorrelation > 0 ? Math.Tanh(_noise.Next(i, Random.Exploration)) : Random.Exploration.NextDouble(-1, 1));
        }

        _range.Scale(stored, actions);
    }

    private protected override void Learn()
    {
        LearnValues();
        LearnPolicy();
        _critic.Follow(_options.Tau);
    }

    private protected override IEnumerable<KeyValuePair<string, Tensor>> Tensors() =>
        [new("actor", _actor.Values), new("actor_means", _actorAdam.Means), new("actor_squares", _actorAdam.Squares), .. _critic.Tensors()];

    private protected override Dictionary<string, double> SaveNumbers()
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["actor_steps"] = _actorAdam.Steps,
            ["critic_steps"] = _critic.AdamSteps,
            ["log_alpha"] = _temperature.LogAlpha,
            ["log_alpha_mean"] = _temperature.Mean,
            ["log_alpha_square"] = _temperature.Square,
            ["log_alpha_steps"] = _temperature.Steps,
        };
        _noise.Save(numbers);
        return numbers;
    }

    private protected override void LoadNumbers(IReadOnlyDictionary<string, double> numbers)
    {
        _actorAdam.Steps = (long)numbers["actor_steps"];
        _critic.AdamSteps = (long)numbers["critic_steps"];
        _temperature.LogAlpha = numbers["log_alpha"];
        _temperature.Mean = numbers["log_alpha_mean"];
        _temperature.Square = numbers["log_alpha_square"];
        _temperature.Steps = (long)numbers["log_alpha_steps"];
        _noise.Load(numbers);
    }

    private protected override void DisposeNetworks()
    {
        _actor.Dispose();
        _actorAdam.Dispose();
        _critic.Dispose();
        _valueGradients.Dispose();
        _densityGradients.Dispose();
    }

    private void LearnValues()
    {
        (Tensor actions, Tensor densities) = Sample(_actor.Evaluate(Batch.NextObservations));
        ReadOnlySpan<float> values = _critic.TargetValues(Batch.NextObservations, actions).Numbers();
        ReplayTargets.Soft(
            Batch.Rewards, Batch.Discounts, values[..Batch.Count], values[Batch.Count..], densities.Numbers(), _temperature.Alpha, _critic.Targets);
        (double loss, double value) = _critic.Learn(Batch, RateShare * _options.LearningRate, _options.MaxGradientNorm);
        Report("loss/critic", loss);
        Report("value/mean", value);
    }

    // mean(α ln π(a|s) - min Q(s, a)), whose derivatives by ln π and Q are known, so that only the networks are differentiated.
    private void LearnPolicy()
    {
        (Tensor actions, Tensor densities) = Sample(_actor.Learn(Batch.Observations));
        Tensor values = _critic.Values(Batch.Observations, actions);
        ReadOnlySpan<float> q = values.Numbers(), logProbabilities = densities.Numbers();
        Span<float> gradients = _valueGradients.Numbers();
        int count = Batch.Count;
        double smallest = 0;
        for (int i = 0; i < count; i++)
        {
            bool isFirst = q[i] <= q[count + i];
            gradients[i] = isFirst ? -1f / count : 0;
            gradients[count + i] = isFirst ? 0 : -1f / count;
            smallest += isFirst ? q[i] : q[count + i];
        }

        _densityGradients.Numbers().Fill((float)(_temperature.Alpha / count));
        autograd.backward([values, densities], [_valueGradients, _densityGradients]);
        _actorAdam.Step(RateShare * _options.PolicyLearningRate, _options.MaxGradientNorm);
        double entropy = -TensorPrimitives.Sum(logProbabilities) / (double)count;
        Report("loss/policy", -_temperature.Alpha * entropy - smallest / count);
        Report("policy/entropy", entropy);
        if (_options.AutomaticTemperature)
            _temperature.Learn(logProbabilities, RateShare * _options.TemperatureLearningRate);
        Report("policy/temperature", _temperature.Alpha);
    }

    private (Tensor Actions, Tensor LogProbabilities) Sample(Tensor outputs)
    {
        Tensor mean = outputs.narrow(1, 0, ActionSize), raw = outputs.narrow(1, ActionSize, ActionSize);
        Tensor logDeviation = SquashedGaussianHead.BoundLogStandardDeviation(raw, _options.MinLogStandardDeviation, _options.MaxLogStandardDeviation);
        return new SquashedGaussianDistribution(mean, logDeviation).SampleWithLogProbability(Random.Learning);
    }
}
