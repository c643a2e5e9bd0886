using System.Numerics;

namespace Lagom.Rl;

/// <summary>Many copies of <see cref="MountainCar"/>.</summary>
public sealed class MountainCarBatch : DiscreteControlBatch
{
    /// <summary>Makes the batch.</summary>
    /// <param name="options">How many copies, and how their episodes end; the time limit of MountainCar-v0 is 200.</param>
    public MountainCarBatch(BatchOptions options)
        : base(MountainCar.Observations, 2, 3, options)
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
            var position = new Vector<double>(positions, i);
            Vector<double> push = (new Vector<double>(ActionColumn, i) - Vector<double>.One) * MountainCar.Force;
            Vector<double> velocity = new Vector<double>(velocities, i) + (push - Vector.Cos(3 * position) * MountainCar.Gravity);
            velocity = Vector.Clamp(velocity, new Vector<double>(-MountainCar.TopSpeed), new Vector<double>(MountainCar.TopSpeed));
            position = Vector.Clamp(position + velocity, low, new Vector<double>(MountainCar.HighPosition));
            Vector<long> isStopped = Vector.Equals(position, low) & Vector.LessThan(velocity, Vector<double>.Zero);
            velocity = Vector.ConditionalSelect(isStopped, Vector<double>.Zero, velocity);
            position.CopyTo(positions, i);
            velocity.CopyTo(velocities, i);
            position.CopyTo(ObservationColumns[0], i);
            velocity.CopyTo(ObservationColumns[1], i);
            new Vector<double>(-1).CopyTo(RewardColumn, i);
            Vector<long> isThere = Vector.GreaterThanOrEqual(position, new Vector<double>(MountainCar.Goal)) &
                Vector.GreaterThanOrEqual(velocity, Vector<double>.Zero);
            Vector.ConditionalSelect(isThere, Vector<double>.One, Vector<double>.Zero).CopyTo(OverColumn, i);
        }
    }
}
