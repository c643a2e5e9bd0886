using System.Numerics;

namespace Lagom.Rl;

/// <summary>Many copies of <see cref="Pendulum"/>.</summary>
public sealed class PendulumBatch : ContinuousControlBatch
{
    /// <summary>Makes the batch.</summary>
    /// <param name="options">How many copies, and how their episodes end; the time limit of Pendulum-v1 is 200.</param>
    public PendulumBatch(BatchOptions options)
        : base(Pendulum.Observations, 2, Pendulum.TopTorque, options)
    {
    }

    private protected override void Start(RandomStream random, Span<double> state) => Pendulum.StartState(random, Pendulum.DefaultStart, state);

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => Pendulum.ObserveState(state, observation);

    private protected override void Advance()
    {
        double[] angles = States[0], velocities = States[1];
        var limit = new Vector<double>(Pendulum.TopTorque);
        var topSpeed = new Vector<double>(Pendulum.TopSpeed);
        var turn = new Vector<double>(2 * Math.PI);
        for (int i = 0; i < angles.Length; i += Vector<double>.Count)
        {
            var angle = new Vector<double>(angles, i);
            var velocity = new Vector<double>(velocities, i);
            Vector<double> torque = Vector.Clamp(new Vector<double>(ActionColumn, i), -limit, limit);
            Vector<double> tilt = angle - turn * Vector.Floor((angle + new Vector<double>(Math.PI)) / turn);
            Vector<double> cost = tilt * tilt + 0.1 * (velocity * velocity) + 0.001 * (torque * torque);
            velocity += (3 * Pendulum.Gravity / 2 * Vector.Sin(angle) + 3 * torque) * Pendulum.TimeStep;
            velocity = Vector.Clamp(velocity, -topSpeed, topSpeed);
            angle += velocity * Pendulum.TimeStep;
            angle.CopyTo(angles, i);
            velocity.CopyTo(velocities, i);
            (-cost).CopyTo(RewardColumn, i);
            (Vector<double> sine, Vector<double> cosine) = Vector.SinCos(angle);
            cosine.CopyTo(ObservationColumns[0], i);
            sine.CopyTo(ObservationColumns[1], i);
            velocity.CopyTo(ObservationColumns[2], i);
        }
    }
}
