using System.Numerics;

namespace Lagom.Rl;

/// <summary>Many copies of <see cref="CartPole"/>.</summary>
public sealed class CartPoleBatch : DiscreteControlBatch
{
    /// <summary>Makes the batch.</summary>
    /// <param name="options">How many copies, and how their episodes end; the time limit of CartPole-v1 is 500.</param>
    public CartPoleBatch(BatchOptions options)
        : base(CartPole.Observations, 4, 2, options)
    {
    }

    private protected override void Start(RandomStream random, Span<double> state) =>
        CartPole.StartState(random, new StartRange(-CartPole.StartLimit, CartPole.StartLimit), state);

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => CartPole.ObserveState(state, observation);

    private protected override void Advance()
    {
        double[] positions = States[0], velocities = States[1], angles = States[2], spins = States[3];
        for (int i = 0; i < positions.Length; i += Vector<double>.Count)
        {
            var position = new Vector<double>(positions, i);
            var velocity = new Vector<double>(velocities, i);
            var angle = new Vector<double>(angles, i);
            var spin = new Vector<double>(spins, i);
            Vector<double> force = new Vector<double>(ActionColumn, i) * (2 * CartPole.Force) - new Vector<double>(CartPole.Force);
            (Vector<double> sine, Vector<double> cosine) = Vector.SinCos(angle);
            Vector<double> push = (force + CartPole.PoleMoment * (spin * spin) * sine) / new Vector<double>(CartPole.TotalMass);
            Vector<double> angularAcceleration = (CartPole.Gravity * sine - cosine * push) /
                (CartPole.HalfLength * (new Vector<double>(4.0 / 3.0) - CartPole.PoleMass * (cosine * cosine) / new Vector<double>(CartPole.TotalMass)));
            Vector<double> acceleration = push - CartPole.PoleMoment * angularAcceleration * cosine / new Vector<double>(CartPole.TotalMass);

            position += CartPole.TimeStep * velocity;
            velocity += CartPole.TimeStep * acceleration;
            angle += CartPole.TimeStep * spin;
            spin += CartPole.TimeStep * angularAcceleration;
            position.CopyTo(positions, i);
            velocity.CopyTo(velocities, i);
            angle.CopyTo(angles, i);
            spin.CopyTo(spins, i);
            position.CopyTo(ObservationColumns[0], i);
            velocity.CopyTo(ObservationColumns[1], i);
            angle.CopyTo(ObservationColumns[2], i);
            spin.CopyTo(ObservationColumns[3], i);
            Vector<double>.One.CopyTo(RewardColumn, i);
            Vector<long> isOver = Vector.GreaterThan(Vector.Abs(position), new Vector<double>(CartPole.PositionLimit)) |
                Vector.GreaterThan(Vector.Abs(angle), new Vector<double>(CartPole.AngleLimit));
            Vector.ConditionalSelect(isOver, Vector<double>.One, Vector<double>.Zero).CopyTo(OverColumn, i);
        }
    }
}
