using System.Numerics;

namespace Lagom.Rl;

/// <summary>Many copies of <see cref="MountainCarContinuous"/>.</summary>
public sealed class MountainCarContinuousBatch : ContinuousControlBatch
{
    /// <summary>Makes the batch.</summary>
    /// <param name="options">How many copies, and how their episodes end; the time limit of MountainCarContinuous-v0 is 999.</param>
    public MountainCarContinuousBatch(BatchOptions options)
        : base(MountainCar.Observations, 2, 1, options)
    {
    }

    private protected override void Start(RandomStream random, Span<double> state) =>
        MountainCar.StartState(random, new StartRange(MountainCar.LowStart, MountainCar.HighStart), state);

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => MountainCar.ObserveState(state, observation);

    private protected override void Advance()
    {
        double[] positions = States[0], velocities = States[1];
        var low = new Vector<double>(MountainCar.LowPosition);
        for (int i = 0; i < positions.Length; i += Vector<double>.Count)
        {
            var action = new Vector<double>(ActionColumn, i);
            var position = new Vector<double>(positions, i);
            Vector<double> push = Vector.Clamp(action, -Vector<double>.One, Vector<double>.One) * MountainCarContinuous.Power;
            Vector<double> velocity = new Vector<double>(velocities, i) + (push - MountainCar.Gravity * Vector.Cos(3 * position));
            velocity = Vector.Clamp(velocity, new Vector<double>(-MountainCar.TopSpeed), new Vector<double>(MountainCar.TopSpeed));
            position = Vector.Clamp(position + velocity, low, new Vector<double>(MountainCar.HighPosition));
            Vector<long> isStopped = Vector.Equals(position, low) & Vector.LessThan(velocity, Vector<double>.Zero);
            velocity = Vector.ConditionalSelect(isStopped, Vector<double>.Zero, velocity);
            Vector<long> isThere = Vector.GreaterThanOrEqual(position, new Vector<double>(MountainCarContinuous.Goal)) &
                Vector.GreaterThanOrEqual(velocity, Vector<double>.Zero);
            position.CopyTo(positions, i);
            velocity.CopyTo(velocities, i);
            Vector<double> prize = Vector.ConditionalSelect(isThere, new Vector<double>(MountainCarContinuous.GoalReward), Vector<double>.Zero);
            (prize - MountainCarContinuous.ActionCost * (action * action)).CopyTo(RewardColumn, i);
            Vector.ConditionalSelect(isThere, Vector<double>.One, Vector<double>.Zero).CopyTo(OverColumn, i);
        }

        // The original keeps its state in single precision between steps.
        for (int k = 0; k < States.Length; k++)
        {
            for (int i = 0; i < positions.Length; i++)
                ObservationColumns[k][i] = States[k][i] = (float)States[k][i];
        }
    }
}
