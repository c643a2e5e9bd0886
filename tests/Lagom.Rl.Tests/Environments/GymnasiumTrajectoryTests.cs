using System.Text.Json;

namespace Lagom.Rl.Tests;

/// <summary>Recorded episodes of Gymnasium 1.4.0, from their initial states and actions.</summary>
public sealed class GymnasiumTrajectoryTests
{
    private const double Tolerance = 1e-6;

    [TestCase("CartPole-v1")]
    [TestCase("MountainCar-v0")]
    [TestCase("Acrobot-v1")]
    public void Step_RecordedDiscreteActions_GiveRecordedResults(string id) =>
        Repeat(id, new EnvironmentRegistry().Make<float[], int>(id), action => action.GetInt32());

    [TestCase("MountainCarContinuous-v0")]
    [TestCase("Pendulum-v1")]
    public void Step_RecordedContinuousActions_GiveRecordedResults(string id) =>
        Repeat(id, new EnvironmentRegistry().Make<float[], float[]>(id), Matching.Singles);

    private static void Repeat<TAction>(string id, IEnvironment<float[], TAction> environment, Func<JsonElement, TAction> read)
        where TAction : notnull
    {
        environment.TryGetWrapper(out ClassicControl? task).Should().BeTrue();
        int steps = 0;
        foreach (JsonElement episode in Golden.Read($"gymnasium/{id}.json").Items("episodes"))
        {
            environment.Reset();
            task!.ResetTo(episode.Numbers("initial_state")).ShouldMatch(episode.Numbers("initial_observation"), Tolerance, id);
            foreach (JsonElement step in episode.Items("steps"))
            {
                StepResult<float[]> result = environment.Step(read(step.GetProperty("action")));
                result.Observation.ShouldMatch(step.Numbers("observation"), Tolerance, $"{id} observation of step {steps}");
                result.Reward.Should().BeApproximately(step.Number("reward"), Tolerance * Math.Abs(step.Number("reward")));
                result.Terminated.Should().Be(step.Flag("terminated"));
                result.Truncated.Should().Be(step.Flag("truncated"));
                steps++;
            }
        }

        steps.Should().BeGreaterThan(50);
    }
}
