using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Lagom.Rl.Tests.Agents;

public sealed class RunnerTests
{
    [Test]
    public void StepRunner_GoingOn_GivesGoldenTrajectories() => Check("StepRunner", resetOnCall: false, calls: int.MaxValue);

    // From the fourth call on the original throws away an episode that it had begun without need.
    [Test]
    public void StepRunner_BeginningAnew_GivesGoldenTrajectories() => Check("StepRunner", resetOnCall: true, calls: 3);

    [Test]
    public void EpisodeRunner_ThreeEpisodes_GivesGoldenTrajectories()
    {
        JsonElement run = Golden.Read("lagom/runner.json").Items("runs").Single(item => item.GetProperty("runner").GetString() == "EpisodeRunner");
        using var agent = new ScriptedAgent();
        var environment = new ScriptedEnvironment();
        Match(EpisodeRunner.Run(agent, new TimeStepEnvironment<int, int>(environment), 3), run);
        agent.Calls.Should().Be((int)run.Number("number_of_agent_calls"));
        environment.Resets.Should().Be((int)run.Number("number_of_env_resets"));
    }

    [Test]
    public void StepRunner_AnyBudgets_AreOneLongRollout() => Prop.ForAll<long>(seed =>
    {
        var random = new RandomStream(seed);
        using var agent = new ScriptedAgent();
        var environment = new TimeStepEnvironment<int, int>(new ScriptedEnvironment());
        var runner = new StepRunner(resetOnCall: false);
        var transitions = new List<Transition<int, int>>();
        for (int call = 0; call < 5; call++)
        {
            int steps = 1 + random.NextInt32(9);
            IReadOnlyList<Trajectory<int, int>> made = runner.Run(agent, environment, steps);
            made.Sum(trajectory => trajectory.ActionCount).Should().Be(steps);
            made.Take(made.Count - 1).All(trajectory => trajectory.IsFinished).Should().BeTrue();
            transitions.AddRange(made.SelectMany(trajectory => trajectory.Transitions));
        }

        using var other = new ScriptedAgent();
        IEnumerable<Transition<int, int>> whole = runner.Run(other, new TimeStepEnvironment<int, int>(new ScriptedEnvironment()), transitions.Count)
            .SelectMany(trajectory => trajectory.Transitions);
        transitions.Select(one => one with { Action = 0 }).Should().Equal(whole.Select(one => one with { Action = 0 }));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void StepRunner_SegmentInMidEpisode_IsMarkedAsContinuation()
    {
        using var agent = new ScriptedAgent();
        var environment = new TimeStepEnvironment<int, int>(new ScriptedEnvironment());
        var runner = new StepRunner(resetOnCall: false);
        runner.Run(agent, environment, 2);
        IReadOnlyList<Trajectory<int, int>> second = runner.Run(agent, environment, 2);
        second[0][0].IsFirst.Should().BeTrue();
        second[0][0].IsContinuation.Should().BeTrue();
        second[1][0].IsContinuation.Should().BeFalse();
        agent.Continuations.Should().Equal(false, false, true, false);
    }

    [Test]
    public void StepRunner_TwoEnvironments_GoesOnInEach()
    {
        using var agent = new ScriptedAgent();
        var one = new TimeStepEnvironment<int, int>(new ScriptedEnvironment());
        var other = new TimeStepEnvironment<int, int>(new ScriptedEnvironment(first: 2));
        var runner = new StepRunner(resetOnCall: false);
        runner.Run(agent, one, 1);
        runner.Run(agent, other, 1)[0].Observations.Should().Equal(200, 201);
        runner.Run(agent, one, 1)[0].Observations.Should().Equal(1, 2);
    }

    [TestCase(AutoresetMode.NextStep)]
    [TestCase(AutoresetMode.SameStep)]
    [TestCase(AutoresetMode.Disabled)]
    public void Vector_AnyAutoreset_GivesWhatEachEnvironmentGivesAlone(AutoresetMode mode)
    {
        using var agent = new ScriptedAgent();
        var vector = new VectorTimeStepEnvironment<int, int>(new VectorEnvironment<int, int>([new ScriptedEnvironment(), new ScriptedEnvironment(first: 1)], mode));
        var runner = new StepRunner(resetOnCall: false);
        TimeStepEnvironment<int, int>[] alone = [new(new ScriptedEnvironment()), new(new ScriptedEnvironment(first: 1))];
        foreach (int steps in (int[])[4, 3, 1])
        {
            IEnumerable<int[]> made = runner.Run(agent, vector, steps).Select(trajectory => trajectory.Observations.ToArray());
            IEnumerable<int[]> expected = alone.SelectMany(one => runner.Run(agent, one, steps)).Select(trajectory => trajectory.Observations.ToArray());
            made.Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
        }
    }

    [Test]
    public void VectorEpisodes_Quota_IsSharedOut()
    {
        using var agent = new ScriptedAgent();
        var vector = new VectorTimeStepEnvironment<int, int>(new VectorEnvironment<int, int>([new ScriptedEnvironment(), new ScriptedEnvironment(first: 1)]));
        IReadOnlyList<Trajectory<int, int>> made = EpisodeRunner.Run(agent, vector, 3);
        made.Select(trajectory => trajectory.Observations[0]).Should().Equal(0, 100, 100);
        made.Should().OnlyContain(trajectory => trajectory.IsFinished && trajectory.LastOutput.ContainsKey("V"));
    }

    [Test]
    public void Runners_Cancelled_ThrowAndTheEnvironmentGoesOn()
    {
        using var agent = new ScriptedAgent();
        var environment = new TimeStepEnvironment<int, int>(new ScriptedEnvironment());
        var cancelled = new CancellationToken(canceled: true);
        FluentActions.Invoking(() => EpisodeRunner.Run(agent, environment, 1, cancellationToken: cancelled)).Should().Throw<OperationCanceledException>();
        FluentActions.Invoking(() => new StepRunner().Run(agent, environment, 1, cancellationToken: cancelled)).Should().Throw<OperationCanceledException>();
        new StepRunner(resetOnCall: false).Run(agent, environment, 2).Should().ContainSingle();
    }

    private static void Check(string name, bool resetOnCall, int calls)
    {
        JsonElement run = Golden.Read("lagom/runner.json").Items("runs")
            .Single(item => item.GetProperty("runner").GetString() == name && item.Flag("reset_on_call") == resetOnCall);
        using var agent = new ScriptedAgent();
        var environment = new TimeStepEnvironment<int, int>(new ScriptedEnvironment());
        var runner = new StepRunner(resetOnCall);
        foreach (JsonElement call in run.Items("calls").Take(calls))
            Match(runner.Run(agent, environment, (int)call.Number("T")), call);
        if (calls == int.MaxValue)
            agent.Calls.Should().Be((int)run.Number("number_of_agent_calls"));
    }

    private static void Match(IReadOnlyList<Trajectory<int, int>> made, JsonElement expected)
    {
        JsonElement[] trajectories = [.. expected.Items("trajectories")];
        made.Should().HaveCount(trajectories.Length);
        foreach ((Trajectory<int, int> trajectory, JsonElement golden) in made.Zip(trajectories))
        {
            trajectory.ActionCount.Should().Be((int)golden.Number("T"));
            trajectory.IsFinished.Should().Be(golden.Flag("finished"));
            trajectory.ReachedTimeLimit.Should().Be(golden.Flag("reach_time_limit"));
            trajectory.ReachedTerminal.Should().Be(golden.Flag("reach_terminal"));
            trajectory.Observations.Select(seen => (double)seen).Should().Equal(golden.Numbers("observations"));
            trajectory.Select(step => step.Type.ToString().ToUpperInvariant()).Should().Equal(golden.Items("step_types").Select(item => item.GetString()));
            trajectory.Actions.Select(action => (double)action).Should().Equal(golden.Numbers("actions"));
            trajectory.Rewards.Should().Equal(golden.Numbers("rewards"));
            trajectory.TryGetNumbers("V", out double[]? values).Should().BeTrue();
            values!.ShouldMatch([.. golden.Items("infos").Select(info => info.Number("V"))], 1e-12, "V");
            ((double)trajectory.LastOutput["V"]).Should().BeApproximately(golden.GetProperty("last_info").Number("V"), 1e-12);
        }
    }
}
