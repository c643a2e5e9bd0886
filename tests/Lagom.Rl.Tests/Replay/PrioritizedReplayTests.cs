namespace Lagom.Rl.Tests.Replay;

public sealed class PrioritizedReplayTests
{
    [Test]
    public void Sample_AfterUpdate_DrawsInProportionAndWeighsBack()
    {
        PrioritizedReplay buffer = Filled(4, alpha: 0.5);
        buffer.Beta = 1;
        float[] errors = [1, 4, 9, 16];
        buffer.UpdatePriorities([0, 1, 2, 3], errors);

        Drawn drawn = Drawn.From(buffer, 2, 10_000);

        // Priorities are the square roots 1, 2, 3, 4 of the errors; the weights make the weighted draws uniform again, the largest being 1.
        for (int i = 0; i < 4; i++)
        {
            double share = drawn.Indices.Count(index => index == i) / 10_000.0;
            share.Should().BeApproximately((i + 1) / 10.0, 0.01);
            drawn.Weights[Array.IndexOf(drawn.Indices, i)].Should().BeApproximately(1f / (i + 1), 1e-3f);
        }
    }

    [Test]
    public void Add_NewTransition_GetsTheHighestPriority()
    {
        PrioritizedReplay buffer = Filled(3, alpha: 1);
        buffer.UpdatePriorities([0, 1, 2], [0, 0, 98]);
        buffer.Add([3], [0], new StepOutcome(0, false, false), [4]);

        Drawn drawn = Drawn.From(buffer, 2, 1000);

        drawn.Indices.Count(index => index == 3).Should().BeInRange(490, 510);
        drawn.Indices.Should().NotContain(0);
    }

    [Test]
    public void Sample_BetaZero_WeighsAllAlike()
    {
        PrioritizedReplay buffer = Filled(3, alpha: 1);
        buffer.Beta = 0;
        buffer.UpdatePriorities([0, 1, 2], [1, 2, 3]);

        Drawn.From(buffer, 2, 100).Weights.Should().AllBeEquivalentTo(1f);
    }

    [Test]
    public void UpdatePriorities_BadArguments_Throw()
    {
        PrioritizedReplay buffer = Filled(3, alpha: 1);
        buffer.Invoking(it => it.UpdatePriorities([0], [1, 2])).Should().Throw<ArgumentException>();
        buffer.Invoking(it => it.UpdatePriorities([3], [1])).Should().Throw<ArgumentOutOfRangeException>();
        buffer.Invoking(it => it.UpdatePriorities([0], [float.NaN])).Should().Throw<ArgumentException>();
        buffer.Invoking(it => it.Beta = 1.5).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static PrioritizedReplay Filled(int count, double alpha)
    {
        var buffer = new PrioritizedReplay(new ReplayOptions(1, 1) { Capacity = 5 }, alpha);
        for (int i = 0; i < count; i++)
            buffer.Add([i], [0], new StepOutcome(0, false, false), [i + 1]);
        return buffer;
    }
}
