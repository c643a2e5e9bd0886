namespace Lagom.Rl.Tests;

/// <summary>Each algorithm learns a task in a small budget, by a clear margin over what it did untrained.</summary>
public sealed class OffPolicyLearningTests
{
    [Test]
    public void Dqn_CartPole_BalancesForLong([Values] bool rainbow)
    {
        using var dqn = new Dqn(OffPolicyRunTests.Batch<int>("CartPole-v1", 1), new DqnOptions
        {
            Seed = 1,
            HiddenSizes = [64, 64],
            BatchSize = 64,
            LearningStarts = 500,
            ExplorationSteps = 3000,
            Dueling = rainbow,
            Prioritized = rainbow,
        });

        Evaluate(dqn.Policy, "CartPole-v1").Should().BeLessThan(60);
        Reaches(195, dqn, 8000, "CartPole-v1").Should().BeTrue();
    }

    [TestCase("ddpg")]
    [TestCase("td3")]
    [TestCase("sac")]
    public void ContinuousControl_Pendulum_SwingsUp(string name)
    {
        IEnvironmentBatch environments = OffPolicyRunTests.Batch<float>("Pendulum-v1", 1);
        using IAlgorithm algorithm = name switch
        {
            "ddpg" => new Ddpg(environments, DdpgOptions.For("Pendulum-v1") with { Seed = 1, BatchSize = 64 }),
            "td3" => new Td3(environments, Td3Options.For("Pendulum-v1") with { Seed = 1, BatchSize = 64 }),
            _ => new Sac(environments, SacOptions.For("Pendulum-v1") with { Seed = 1, BatchSize = 64 }),
        };

        Evaluate(algorithm.Policy, "Pendulum-v1").Should().BeLessThan(-800);
        Reaches(-350, algorithm, 6000, "Pendulum-v1").Should().BeTrue();
    }

    private static bool Reaches(double goal, IAlgorithm algorithm, long budget, string id)
    {
        while (algorithm.StepsDone < budget)
        {
            algorithm.Advance();
            if (algorithm.StepsDone % 1000 == 0 && Evaluate(algorithm.Policy, id) > goal)
                return true;
        }

        return false;
    }

    private static double Evaluate(IPolicy policy, string id)
    {
        const int Copies = 20;
        double[] returns = new double[Copies];
        bool[] isOver = new bool[Copies];
        IEnvironmentBatch environments = new EnvironmentRegistry().MakeBatch(id, Copies);
        environments.Reset(1000);
        while (!Array.TrueForAll(isOver, over => over))
        {
            Step(policy, environments);
            for (int i = 0; i < Copies; i++)
            {
                returns[i] += isOver[i] ? 0 : environments.Rewards[i];
                isOver[i] |= environments.Terminated[i] || environments.Truncated[i];
            }
        }

        return returns.Average();
    }

    private static void Step(IPolicy policy, IEnvironmentBatch environments)
    {
        bool[] isFirst = new bool[environments.Count];
        switch ((policy, environments))
        {
            case (IPolicy<int> choosing, IEnvironmentBatch<int> discrete):
                int[] choices = new int[discrete.Count];
                choosing.Act(discrete.Observations, isFirst, choices);
                discrete.Step(choices);
                break;
            case (IPolicy<float> acting, IEnvironmentBatch<float> continuous):
                float[] actions = new float[continuous.Count];
                acting.Act(continuous.Observations, isFirst, actions);
                continuous.Step(actions);
                break;
        }
    }
}
