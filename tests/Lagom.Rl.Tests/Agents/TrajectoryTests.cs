namespace Lagom.Rl.Tests.Agents;

public sealed class TrajectoryTests
{
    private static readonly AgentAction<int> Action = new(0, StepInfo.None);

    [Test]
    public void Trajectory_ThreeTransitions_IsTheSpecificationsExample()
    {
        var trajectory = new Trajectory<int, int>(First(0));
        for (int t = 0; t < 3; t++)
            trajectory.Add(new AgentAction<int>(t, StepInfo.None), Step(t + 1, terminated: t == 2));
        trajectory.Count.Should().Be(4);
        trajectory.Observations.Should().Equal(0, 1, 2, 3);
        trajectory.Actions.Should().Equal(0, 1, 2);
        trajectory.Rewards.Should().Equal(1, 2, 3);
        trajectory.Transitions.Should().Equal(
            new Transition<int, int>(0, 0, 1, 1, false, false), new Transition<int, int>(1, 1, 2, 2, false, false), new Transition<int, int>(2, 2, 3, 3, true, false));
        trajectory.ToString().Should().Be("Trajectory(T: 3, Finished: True, Reach time limit: False, Reach terminal: True)");
        trajectory[^1].ToString().Should().Be("TimeStep(LAST)");
    }

    [Test]
    public void Add_AgainstTheOrder_IsRefused()
    {
        FluentActions.Invoking(() => new Trajectory<int, int>(Step(1))).Should().Throw<ArgumentException>().WithMessage("*TimeStep(MID)*");
        var trajectory = new Trajectory<int, int>(First(0));
        FluentActions.Invoking(() => trajectory.Add(Action, First(1))).Should().Throw<ArgumentException>();
        trajectory.Add(Action, Step(1, truncated: true));
        FluentActions.Invoking(() => trajectory.Add(Action, Step(2))).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => trajectory[^1].Continue()).Should().Throw<InvalidOperationException>();
    }

    [TestCase(false, false, StepType.Mid, false, false)]
    [TestCase(true, false, StepType.Last, true, false)]
    [TestCase(false, true, StepType.Last, false, true)]
    [TestCase(true, true, StepType.Last, true, false)]
    public void TimeStep_EndsOfAnEpisode_AreToldApart(bool terminated, bool truncated, StepType type, bool isTerminal, bool isCut)
    {
        TimeStep<int> step = Step(1, terminated, truncated);
        (step.Type, step.IsTerminal, step.IsCut).Should().Be((type, isTerminal, isCut));
    }

    [Test]
    public void TryGetNumbers_ColumnWithHoles_IsNoColumn()
    {
        var trajectory = new Trajectory<int, int>(First(0));
        trajectory.Add(new AgentAction<int>(0, StepInfo.None.With("V", 1.5)), Step(1));
        trajectory.TryGetNumbers("V", out double[]? whole).Should().BeTrue();
        whole.Should().Equal(1.5);
        trajectory.Add(Action, Step(2));
        trajectory.TryGetNumbers("V", out _).Should().BeFalse();
    }

    [Test]
    public void RandomAgent_SameSeed_ActsAlike()
    {
        using var one = new RandomAgent<int, int>(new Discrete(5), new RandomStream(3));
        using var other = new RandomAgent<int, int>(new Discrete(5), new RandomStream(3));
        for (int i = 0; i < 20; i++)
            one.ChooseAction(First(0), ActionMode.Explore).Should().Be(other.ChooseAction(First(0), ActionMode.Explore));
    }

    [Test]
    public void Checkpoint_LoadedAgent_HasTheStepCount()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using var agent = new ScriptedAgent();
            agent.Learn(new StepRunner().Run(agent, new TimeStepEnvironment<int, int>(new ScriptedEnvironment()), 7));
            string path = agent.Checkpoint(folder, 3);
            Path.GetFileName(path).Should().Be("agent_3.safetensors");
            using var loaded = new ScriptedAgent();
            loaded.LoadSafetensors(path);
            loaded.TrainedSteps.Should().Be(7);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeStep<int> First(int observation) => TimeStep<int>.First(new ResetResult<int>(observation, StepInfo.None));

    private static TimeStep<int> Step(int observation, bool terminated = false, bool truncated = false) =>
        TimeStep<int>.After(new StepResult<int>(observation, observation, terminated, truncated, StepInfo.None));
}
