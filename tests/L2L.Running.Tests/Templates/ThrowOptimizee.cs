namespace L2L.Running.Tests.Templates;

public sealed record Throw([Real(5, 50)] double Speed, [Real(0.1, 1.5)] double Angle, [Choice("iron", "wood")] string Ball);

/// <summary>How far a ball lands from a target, with gusts of wind.</summary>
public sealed class ThrowOptimizee(double target) : Optimizee<Throw>(ParameterRecord.Space<Throw>())
{
    public override FitnessVector Simulate(Throw parameters, SimulationContext context, CancellationToken cancellationToken)
    {
        double gusts = parameters.Ball == "wood" ? 0.2 : 0.02;
        double wind = gusts * context.Random.NextNormal();
        double distance = parameters.Speed * parameters.Speed * Math.Sin(2 * parameters.Angle) / 9.81;
        return Math.Abs(distance * (1 + wind) - target);
    }
}
