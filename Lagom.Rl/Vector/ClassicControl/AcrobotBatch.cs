using System.Numerics;

namespace Lagom.Rl;

/// <summary>Many copies of <see cref="Acrobot"/>.</summary>
public sealed class AcrobotBatch : DiscreteControlBatch
{
    /// <summary>Makes the batch.</summary>
    /// <param name="options">How many copies, and how their episodes end; the time limit of Acrobot-v1 is 500.</param>
    public AcrobotBatch(BatchOptions options)
        : base(Acrobot.Observations, 4, 3, options)
    {
    }

    private protected override void Start(RandomStream random, Span<double> state) =>
        Acrobot.StartState(random, new StartRange(-Acrobot.StartLimit, Acrobot.StartLimit), state);

    private protected override void Observe(ReadOnlySpan<double> state, Span<float> observation) => Acrobot.ObserveState(state, observation);

    private protected override void Advance()
    {
        const double Sixth = Acrobot.TimeStep / 6;
        var top1 = new Vector<double>(Acrobot.TopSpeed1);
        var top2 = new Vector<double>(Acrobot.TopSpeed2);
        for (int i = 0; i < ActionColumn.Length; i += Vector<double>.Count)
        {
            Vector<double> torque = new Vector<double>(ActionColumn, i) - Vector<double>.One;
            var start = new Motion(new(States[0], i), new(States[1], i), new(States[2], i), new(States[3], i));
            Motion slope1 = Slope(start, torque);
            Motion slope2 = Slope(start.Moved(slope1, Acrobot.TimeStep / 2), torque);
            Motion slope3 = Slope(start.Moved(slope2, Acrobot.TimeStep / 2), torque);
            Motion slope4 = Slope(start.Moved(slope3, Acrobot.TimeStep), torque);
            Vector<double> angle1 = Wrap(start.Angle1 + Sixth * (slope1.Angle1 + 2 * slope2.Angle1 + 2 * slope3.Angle1 + slope4.Angle1));
            Vector<double> angle2 = Wrap(start.Angle2 + Sixth * (slope1.Angle2 + 2 * slope2.Angle2 + 2 * slope3.Angle2 + slope4.Angle2));
            Vector<double> speed1 = start.Speed1 + Sixth * (slope1.Speed1 + 2 * slope2.Speed1 + 2 * slope3.Speed1 + slope4.Speed1);
            Vector<double> speed2 = start.Speed2 + Sixth * (slope1.Speed2 + 2 * slope2.Speed2 + 2 * slope3.Speed2 + slope4.Speed2);
            speed1 = Vector.Clamp(speed1, -top1, top1);
            speed2 = Vector.Clamp(speed2, -top2, top2);
            (Vector<double> sine1, Vector<double> cosine1) = Vector.SinCos(angle1);
            (Vector<double> sine2, Vector<double> cosine2) = Vector.SinCos(angle2);
            Vector<long> isThere = Vector.GreaterThan(-cosine1 - Vector.Cos(angle2 + angle1), Vector<double>.One);
            Vector.ConditionalSelect(isThere, Vector<double>.Zero, -Vector<double>.One).CopyTo(RewardColumn, i);
            Vector.ConditionalSelect(isThere, Vector<double>.One, Vector<double>.Zero).CopyTo(OverColumn, i);
            angle1.CopyTo(States[0], i);
            angle2.CopyTo(States[1], i);
            speed1.CopyTo(States[2], i);
            speed2.CopyTo(States[3], i);
            cosine1.CopyTo(ObservationColumns[0], i);
            sine1.CopyTo(ObservationColumns[1], i);
            cosine2.CopyTo(ObservationColumns[2], i);
            sine2.CopyTo(ObservationColumns[3], i);
            speed1.CopyTo(ObservationColumns[4], i);
            speed2.CopyTo(ObservationColumns[5], i);
        }
    }

    private static Motion Slope(in Motion motion, Vector<double> torque)
    {
        (Vector<double> sine2, Vector<double> cosine2) = Vector.SinCos(motion.Angle2);
        Vector<double> inertia1 = new Vector<double>(3.5) + cosine2;
        Vector<double> inertia2 = new Vector<double>(1.25) + 0.5 * cosine2;
        Vector<double> weight2 = 0.5 * Acrobot.Gravity * Vector.Sin(motion.Angle1 + motion.Angle2);
        Vector<double> weight1 = -0.5 * motion.Speed2 * motion.Speed2 * sine2 - motion.Speed2 * motion.Speed1 * sine2 +
            1.5 * Acrobot.Gravity * Vector.Sin(motion.Angle1) + weight2;
        Vector<double> ratio = inertia2 / inertia1;
        Vector<double> acceleration2 = (torque + ratio * weight1 - 0.5 * motion.Speed1 * motion.Speed1 * sine2 - weight2) /
            (new Vector<double>(1.25) - inertia2 * ratio);
        Vector<double> acceleration1 = -(inertia2 * acceleration2 + weight1) / inertia1;
        return new Motion(motion.Speed1, motion.Speed2, acceleration1, acceleration2);
    }

    private static Vector<double> Wrap(Vector<double> angle)
    {
        var turn = new Vector<double>(2 * Math.PI);
        return angle - turn * Vector.Floor((angle + new Vector<double>(Math.PI)) / turn);
    }

    private readonly record struct Motion(Vector<double> Angle1, Vector<double> Angle2, Vector<double> Speed1, Vector<double> Speed2)
    {
        public Motion Moved(in Motion slope, double time) => new(
            Angle1 + time * slope.Angle1, Angle2 + time * slope.Angle2, Speed1 + time * slope.Speed1, Speed2 + time * slope.Speed2);
    }
}
