namespace Lagom.Rl.Tests.Replay;

public sealed class ReplayBufferTests
{
    private static readonly StepOutcome Going = new(1, Terminated: false, Truncated: false);

    [Test]
    public void Sample_OneStep_GivesTransitionsAsAdded()
    {
        var buffer = new UniformReplay(new ReplayOptions(2, 1) { Capacity = 8, Gamma = 0.9 });
        buffer.Add([1, 2], [3], new StepOutcome(4, Terminated: false, Truncated: false), [5, 6]);

        Drawn drawn = Drawn.From(buffer, 1, 1);

        drawn.Observations.Should().Equal(1, 2);
        drawn.Actions.Should().Equal(3);
        drawn.Rewards.Should().Equal(4);
        drawn.Discounts.Should().Equal(0.9f);
        drawn.NextObservations.Should().Equal(5, 6);
        drawn.Indices.Should().Equal(0);
        drawn.Weights.Should().Equal(1);
    }

    [TestCase(true, false, 0)]
    [TestCase(false, true, 0.9f)]
    [TestCase(true, true, 0)]
    public void Add_EndOfEpisode_BootstrapsOnlyWhereTruncated(bool terminated, bool truncated, float discount)
    {
        var buffer = new UniformReplay(new ReplayOptions(1, 1) { Capacity = 8, Gamma = 0.9 });
        buffer.Add([1], [0], new StepOutcome(1, terminated, truncated), [2]);

        Drawn.From(buffer, 1, 1).Discounts.Should().Equal(discount);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Add_ThreeSteps_SumsRewardsAndShortensAtTheEnd(bool terminated)
    {
        var buffer = new UniformReplay(new ReplayOptions(1, 1) { Capacity = 8, Gamma = 0.5, Steps = 3 });
        buffer.Add([0], [0], new StepOutcome(1, false, false), [1]);
        buffer.Add([1], [1], new StepOutcome(2, false, false), [2]);
        buffer.Count.Should().Be(0);
        buffer.Add([2], [2], new StepOutcome(4, false, false), [3]);
        buffer.Count.Should().Be(1);
        buffer.Add([3], [3], new StepOutcome(8, terminated, !terminated), [4]);
        buffer.Count.Should().Be(4);

        var rows = All(buffer);
        float after = terminated ? 0 : 1;
        rows[0].Should().Be((0f, 0f, 1 + 1 + 1f, 0.125f, 3f));
        rows[1].Should().Be((1f, 1f, 2 + 2 + 2f, 0.125f * after, 4f));
        rows[2].Should().Be((2f, 2f, 4 + 4f, 0.25f * after, 4f));
        rows[3].Should().Be((3f, 3f, 8f, 0.5f * after, 4f));
    }

    [Test]
    public void Add_SeveralEnvironments_KeepsTheirStepsApart()
    {
        var buffer = new UniformReplay(new ReplayOptions(1, 1) { Capacity = 8, Gamma = 1, Steps = 2, Environments = 2 });
        buffer.Add(0, [10], [0], Going with { Reward = 1 }, [11]);
        buffer.Add(1, [20], [0], Going with { Reward = 100 }, [21]);
        buffer.Add(0, [11], [0], Going with { Reward = 2 }, [12]);
        buffer.Add(1, [21], [0], Going with { Reward = 200 }, [22]);

        var rows = All(buffer);
        rows[0].Should().Be((10f, 0f, 3f, 1f, 12f));
        rows[1].Should().Be((20f, 0f, 300f, 1f, 22f));
    }

    [Test]
    public void Abandon_OpenTransitions_AreDropped()
    {
        var buffer = new UniformReplay(new ReplayOptions(1, 1) { Capacity = 8, Gamma = 1, Steps = 2 });
        buffer.Add([0], [0], Going, [1]);
        buffer.Abandon();
        buffer.Add([5], [0], Going, [6]);
        buffer.Add([6], [0], Going, [7]);

        buffer.Count.Should().Be(1);
        All(buffer)[0].Should().Be((5f, 0f, 2f, 1f, 7f));
    }

    [Test]
    public void Add_FullBuffer_ReplacesTheOldest()
    {
        var buffer = new UniformReplay(new ReplayOptions(1, 1) { Capacity = 3 });
        for (int i = 0; i < 5; i++)
            buffer.Add([i], [0], Going, [i + 1]);

        buffer.Count.Should().Be(3);
        All(buffer).Values.Select(row => row.Observation).Should().BeEquivalentTo([2f, 3f, 4f]);
    }

    [Test]
    public void Sample_Uniform_DrawsAllAlike()
    {
        var buffer = new UniformReplay(new ReplayOptions(1, 1) { Capacity = 10 });
        for (int i = 0; i < 10; i++)
            buffer.Add([i], [0], Going, [i + 1]);

        Drawn drawn = Drawn.From(buffer, 3, 20_000);

        // A share of 0.1 over 20 000 draws has a standard deviation of 0.0021.
        for (int i = 0; i < 10; i++)
            (drawn.Indices.Count(index => index == i) / 20_000.0).Should().BeApproximately(0.1, 0.01);
    }

    [Test]
    public void Sample_SteadyState_AllocatesNothing()
    {
        var buffer = new PrioritizedReplay(new ReplayOptions(3, 1) { Capacity = 64, Steps = 3 });
        var drawn = new Drawn(buffer.Options, 32);
        var random = new RandomStream(1);
        float[] errors = new float[32];
        void Round()
        {
            for (int i = 0; i < 8; i++)
                buffer.Add([1, 2, 3], [4], Going, [5, 6, 7]);
            drawn.Fill(buffer, random);
            buffer.UpdatePriorities(drawn.Indices, errors);
        }

        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Round();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Load_Saved_GoesOnIdentically(bool prioritized)
    {
        ReplayOptions options = new(2, 1) { Capacity = 16, Steps = 3, Environments = 2 };
        ReplayBuffer Make() => prioritized ? new PrioritizedReplay(options) : new UniformReplay(options);
        ReplayBuffer original = Make();
        Fill(original, 0, 25);
        if (original is PrioritizedReplay source)
            source.UpdatePriorities([0, 3, 7], [2, 5, 0.5f]);
        using var stream = new MemoryStream();
        original.Save(stream);
        stream.Position = 0;
        ReplayBuffer loaded = Make();
        Fill(loaded, 100, 7);
        loaded.Load(stream);

        Fill(original, 25, 9);
        Fill(loaded, 25, 9);
        Drawn expected = Drawn.From(original, 5, 40), actual = Drawn.From(loaded, 5, 40);
        actual.Should().BeEquivalentTo(expected, comparison => comparison.WithStrictOrdering());
        loaded.Count.Should().Be(16);
    }

    [Test]
    public void Load_CutStream_SaysSoAndLeavesTheBufferEmpty()
    {
        var buffer = new PrioritizedReplay(new ReplayOptions(2, 1) { Capacity = 16 });
        Fill(buffer, 0, 10);
        using var stream = new MemoryStream();
        buffer.Save(stream);
        using var cut = new MemoryStream(stream.ToArray()[..^3]);

        buffer.Invoking(it => it.Load(cut)).Should().Throw<InvalidDataException>().WithMessage("*ends in the middle*");
        buffer.Count.Should().Be(0);
        Fill(buffer, 0, 2);
        Drawn.From(buffer, 1, 4).Weights.Should().AllBeEquivalentTo(1f);
    }

    [Test]
    public void Load_OtherOptions_NamesThem()
    {
        using var stream = new MemoryStream();
        new UniformReplay(new ReplayOptions(2, 1) { Capacity = 16 }).Save(stream);
        stream.Position = 0;

        new UniformReplay(new ReplayOptions(2, 1) { Capacity = 17 }).Invoking(it => it.Load(stream))
            .Should().Throw<InvalidDataException>().WithMessage("*16*Capacity*17*");
    }

    [Test]
    public void Arguments_OutOfRange_AreNamed()
    {
        Action capacity = () => _ = new UniformReplay(new ReplayOptions(1, 1) { Capacity = 0 });
        capacity.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Capacity");
        Action huge = () => _ = new UniformReplay(new ReplayOptions(100_000, 1));
        huge.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Capacity");
        Action gamma = () => _ = new UniformReplay(new ReplayOptions(1, 1) { Gamma = 1.1 });
        gamma.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("Gamma");
        var buffer = new UniformReplay(new ReplayOptions(2, 1) { Capacity = 4 });
        buffer.Invoking(it => it.Add([1], [1], Going, [1, 2])).Should().Throw<ArgumentException>().WithParameterName("observation");
        buffer.Invoking(it => it.Add([1, 2], [1], Going with { Reward = double.NaN }, [1, 2])).Should().Throw<ArgumentException>().WithMessage("*NaN*");
        buffer.Invoking(it => it.Add(1, [1, 2], [1], Going, [1, 2])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("environment");
        buffer.Invoking(it => Drawn.From(it, 1, 2)).Should().Throw<InvalidOperationException>().WithMessage("*no transition*");
    }

    private static void Fill(ReplayBuffer buffer, int start, int count)
    {
        for (int i = start; i < start + count; i++)
        {
            for (int environment = 0; environment < buffer.Options.Environments; environment++)
                buffer.Add(environment, [i, environment], [i], new StepOutcome(i, i % 7 == 6, i % 11 == 10), [i + 1, environment]);
        }
    }

    private static Dictionary<int, (float Observation, float Action, float Reward, float Discount, float Next)> All(ReplayBuffer buffer)
    {
        Drawn drawn = Drawn.From(buffer, 1, 500);
        var rows = new Dictionary<int, (float Observation, float Action, float Reward, float Discount, float Next)>();
        for (int i = 0; i < 500; i++)
            rows[drawn.Indices[i]] = (drawn.Observations[i], drawn.Actions[i], drawn.Rewards[i], drawn.Discounts[i], drawn.NextObservations[i]);
        return rows;
    }
}
