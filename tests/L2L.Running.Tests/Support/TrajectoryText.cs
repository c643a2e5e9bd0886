using System.Text;

namespace L2L.Running.Tests.Support;

/// <summary>Everything of a trajectory that must be the same bit for bit, as text; times are left out.</summary>
internal static class TrajectoryText
{
    public static string Of(Trajectory trajectory)
    {
        var text = new StringBuilder();
        text.AppendLine(trajectory.Name);
        foreach (TrajectoryGroup group in (TrajectoryGroup[])[trajectory.Parameters, trajectory.DerivedParameters, trajectory.Results])
            text.AppendJoin('\n', group.All.Select(pair => $"{pair.Key}={pair.Value}")).AppendLine();
        foreach (Generation generation in trajectory.Generations)
        {
            text.AppendLine($"generation {generation.Number} {generation.Details}");
            foreach (Evaluation evaluation in generation.Evaluations)
                text.AppendLine($"{evaluation.Individual} {evaluation.Individual.Budget} {evaluation.Status} {evaluation.Fitness}");
        }

        return text.ToString();
    }
}
