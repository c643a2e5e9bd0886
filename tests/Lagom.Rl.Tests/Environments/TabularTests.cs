namespace Lagom.Rl.Tests;

public sealed class TabularTests
{
    [Test]
    public void Taxi_Decisions_FollowTheRules()
    {
        var taxi = new Taxi();
        int State(int row, int column, int passenger, int destination) => ((row * 5 + column) * 5 + passenger) * 4 + destination;
        taxi.ResetTo(State(0, 0, 0, 3)).Info["action_mask"].Should().BeEquivalentTo(new[] { true, false, true, false, true, false });
        Seen(taxi.Step(5)).Should().Be((State(0, 0, 0, 3), -10.0, false));
        Seen(taxi.Step(4)).Should().Be((State(0, 0, 4, 3), -1.0, false));
        taxi.Step(2).Observation.Should().Be(State(0, 1, 4, 3));
        taxi.Step(2).Observation.Should().Be(State(0, 1, 4, 3), "a wall stands there");
        taxi.ResetTo(State(4, 3, 4, 3));
        taxi.Step(5).Should().Match<StepResult<int>>(step => step.Reward == 20 && step.Terminated);
        taxi.Invoking(t => t.Step(0)).Should().Throw<InvalidOperationException>();
        taxi.ResetTo(State(4, 0, 4, 3));
        Seen(taxi.Step(5)).Should().Be((State(4, 0, 2, 3), -1.0, false));
    }

    [Test]
    public void CliffWalking_ShortestWay_CostsThirteen()
    {
        var cliff = new CliffWalking();
        cliff.Reset().Observation.Should().Be(36);
        cliff.Step(1).Should().Match<StepResult<int>>(step => step.Reward == -100 && step.Observation == 36 && !step.Terminated);
        double sum = cliff.Step(0).Reward;
        for (int i = 0; i < 11; i++)
            sum += cliff.Step(1).Reward;
        StepResult<int> last = cliff.Step(2);
        (sum + last.Reward).Should().Be(-13);
        last.Should().Match<StepResult<int>>(step => step.Terminated && step.Observation == 47);
    }

    [Test]
    public void FrozenLake_OptimalValue_IsTheKnownOne()
    {
        // Reaching the goal of the slippery lake without a time limit: 14/17 with the best policy.
        var lake = new FrozenLake();
        Value(lake, 1)[0].Should().BeApproximately(14.0 / 17, 1e-6);
        Value(new FrozenLake(isSlippery: false), 0.9)[0].Should().BeApproximately(Math.Pow(0.9, 5), 1e-12);
    }

    [Test]
    public void GridWorld_OptimalValues_AreTheTextbooks() =>
        (Value(new GridWorld(), 1)[8] - 0.04).Should().BeApproximately(0.705, 5e-4, "the book also counts the first square's reward");

    [Test]
    public void GridWorld_BadMaps_AreNamed()
    {
        FluentActions.Invoking(() => new GridWorld(["..G"])).Should().Throw<ArgumentException>().WithMessage("*no S*");
        FluentActions.Invoking(() => new GridWorld(["S.", "."])).Should().Throw<ArgumentException>().WithMessage("*same length*");
        FluentActions.Invoking(() => new GridWorld(["SxG"])).Should().Throw<ArgumentException>().WithMessage("*'x'*");
        FluentActions.Invoking(() => new GridWorld(slip: 1.5)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*slip*");
    }

    [Test]
    public void Step_ActionOutOfRange_IsNamed()
    {
        var lake = new FrozenLake();
        lake.Reset();
        lake.Invoking(l => l.Step(4)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*0 to 3*");
        lake.Invoking(l => l.Transitions(16, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Step_SlipperyMoves_HaveTheTablesFrequencies()
    {
        var lake = new FrozenLake();
        lake.Reset(seed: 4);
        var counts = new int[16];
        for (int i = 0; i < 6000; i++)
        {
            lake.ResetTo(9);
            counts[lake.Step(2).Observation]++;
        }

        counts[10].Should().BeInRange(1850, 2150);
        counts[13].Should().BeInRange(1850, 2150);
        counts[5].Should().Be(6000 - counts[10] - counts[13]);
    }

    [Test]
    public void Blackjack_Outcomes_FollowTheRules()
    {
        Blackjack.Outcome([10, 9], [10, 8], BlackjackRules.Plain).Should().Be(1);
        Blackjack.Outcome([10, 8], [10, 8], BlackjackRules.Plain).Should().Be(0);
        Blackjack.Outcome([10, 7], [1, 7], BlackjackRules.Plain).Should().Be(-1, "the ace counts 11");
        Blackjack.Outcome([10, 7], [10, 6, 10], BlackjackRules.Plain).Should().Be(1, "the dealer is bust");
        Blackjack.Outcome([1, 10], [10, 5, 6], BlackjackRules.SuttonBarto).Should().Be(1);
        Blackjack.Outcome([1, 10], [10, 5, 6], BlackjackRules.Plain).Should().Be(0);
        Blackjack.Outcome([1, 10], [10, 9], BlackjackRules.NaturalPaysMore).Should().Be(1.5);
        Blackjack.Outcome([1, 10], [1, 10], BlackjackRules.SuttonBarto).Should().Be(0);
    }

    [Test]
    public void LinearQuadratic_BestGains_BeatOthers()
    {
        var best = new LinearQuadratic();
        double Cost(double position, double velocity)
        {
            float[] state = best.Reset(seed: 1).Observation;
            double sum = 0;
            for (int i = 0; i < 300; i++)
            {
                StepResult<float[]> step = best.Step([(float)-(position * state[0] + velocity * state[1])]);
                sum -= step.Reward;
                state = step.Observation;
            }

            return sum;
        }

        double least = Cost(best.PositionGain, best.VelocityGain);
        foreach ((double a, double b) in ((double, double)[])[(0.9, 1), (1.1, 1), (1, 0.9), (1, 1.1)])
            Cost(a * best.PositionGain, b * best.VelocityGain).Should().BeGreaterThan(least);
    }

    [Test]
    public void Bandit_Pulls_HaveTheArmsMeans()
    {
        var bandit = new Bandit(-1, 2);
        double sum = 0;
        for (int i = 0; i < 2000; i++)
        {
            bandit.Reset();
            StepResult<int> step = bandit.Step(1);
            step.Terminated.Should().BeTrue();
            sum += step.Reward;
        }

        (sum / 2000).Should().BeApproximately(2, 0.1);
        FluentActions.Invoking(() => new Bandit([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Bandit(double.NaN)).Should().Throw<ArgumentException>().WithMessage("*NaN*");
    }

    private static (int State, double Reward, bool Terminated) Seen(StepResult<int> step) => (step.Observation, step.Reward, step.Terminated);

    private static double[] Value(TabularEnvironment environment, double gamma)
    {
        var values = new double[environment.ObservationSpace.FlatDimension];
        for (int sweep = 0; sweep < 3000; sweep++)
        {
            for (int state = 0; state < values.Length; state++)
            {
                double best = double.NegativeInfinity;
                for (int action = 0; action < environment.ActionSpace.FlatDimension; action++)
                {
                    double value = 0;
                    foreach (TabularTransition to in environment.Transitions(state, action))
                        value += to.Probability * (to.Reward + (to.Terminated ? 0 : gamma * values[to.NextState]));
                    best = Math.Max(best, value);
                }

                values[state] = best;
            }
        }

        return values;
    }
}
