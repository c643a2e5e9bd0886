using System.Numerics.Tensors;
using Lagom.Rl;

namespace Showcase.Policies;

/// <summary>
/// The policy that is searched: a network of one hidden layer with tanh units that swings up the pendulum. All copies of the task step
/// together, those of one policy in consecutive rows. Not thread-safe.
/// </summary>
internal sealed class SwingUpPolicy
{
    /// <summary>Steps of an episode.</summary>
    public const int Steps = 200;

    /// <summary>How many weights a policy has.</summary>
    public const int Dimension = Hidden * (Inputs + 2) + 1;

    private const int Inputs = 3;
    private const int Hidden = 8;
    private const float TopTorque = 2;
    private const float TopSpeed = 8;

    private readonly int _policies;
    private readonly int _episodes;
    private readonly PendulumBatch _batch;
    private readonly float[] _weights;
    private readonly float[] _units;
    private readonly float[] _actions;
    private readonly long[] _seeds;

    /// <summary>Makes room for some policies, each with as many episodes.</summary>
    public SwingUpPolicy(int policies, int episodes)
    {
        (_policies, _episodes) = (policies, episodes);
        _batch = new PendulumBatch(new BatchOptions(policies * episodes) { MaxEpisodeSteps = Steps, Autoreset = AutoresetMode.SameStep });
        _weights = new float[policies * Dimension];
        _units = new float[policies * episodes * Hidden];
        _actions = new float[policies * episodes];
        _seeds = new long[policies * episodes];
    }

    /// <summary>The mean return of each policy over the same episodes.</summary>
    /// <param name="weights">The policies' weights [policies, <see cref="Dimension"/>].</param>
    /// <param name="firstSeed">The seed of the first episode; the others follow it.</param>
    /// <param name="returns">Receives the mean returns [policies].</param>
    public void Evaluate(ReadOnlySpan<double> weights, long firstSeed, Span<double> returns)
    {
        TensorPrimitives.ConvertTruncating(weights, _weights);
        for (int i = 0; i < _seeds.Length; i++)
            _seeds[i] = unchecked(firstSeed + i % _episodes);
        _batch.Reset(_seeds);
        returns.Clear();
        for (int step = 0; step < Steps; step++)
        {
            Act(_batch.Observations);
            _batch.Step(_actions);
            ReadOnlySpan<double> rewards = _batch.Rewards;
            for (int policy = 0; policy < _policies; policy++)
                returns[policy] += TensorPrimitives.Sum(rewards.Slice(policy * _episodes, _episodes));
        }

        TensorPrimitives.Divide(returns, _episodes, returns);
    }

    /// <summary>The torque that the first policy chooses in its first episode.</summary>
    public float Act(ReadOnlySpan<double> weights, ReadOnlySpan<float> observation)
    {
        TensorPrimitives.ConvertTruncating(weights, _weights);
        Act(observation);
        return _actions[0];
    }

    private void Act(ReadOnlySpan<float> observations)
    {
        for (int policy = 0; policy < _policies; policy++)
        {
            ReadOnlySpan<float> weights = _weights.AsSpan(policy * Dimension, Dimension);
            for (int copy = policy * _episodes; copy < (policy + 1) * _episodes; copy++)
            {
                float cosine = observations[copy * Inputs], sine = observations[copy * Inputs + 1], speed = observations[copy * Inputs + 2] / TopSpeed;
                Span<float> units = _units.AsSpan(copy * Hidden, Hidden);
                for (int unit = 0; unit < Hidden; unit++)
                    units[unit] = weights[unit] * cosine + weights[Hidden + unit] * sine + weights[2 * Hidden + unit] * speed + weights[3 * Hidden + unit];
            }
        }

        TensorPrimitives.Tanh(_units, _units);
        for (int copy = 0; copy < _actions.Length; copy++)
        {
            ReadOnlySpan<float> output = _weights.AsSpan(copy / _episodes * Dimension + 4 * Hidden, Hidden + 1);
            _actions[copy] = TensorPrimitives.Dot(output[..Hidden], _units.AsSpan(copy * Hidden, Hidden)) + output[Hidden];
        }

        TensorPrimitives.Tanh(_actions, _actions);
        TensorPrimitives.Multiply(_actions, TopTorque, _actions);
    }
}
