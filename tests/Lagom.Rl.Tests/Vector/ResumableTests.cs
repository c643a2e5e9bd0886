namespace Lagom.Rl.Tests;

/// <summary>Batches of every environment go on from where they were saved.</summary>
public sealed class ResumableTests
{
    private static readonly EnvironmentRegistry Registry = new();

    private static IEnumerable<string> Ids => Registry.Specs.Select(spec => spec.Id);

    [Test]
    public void Load_SavedInTheMiddle_GoesOnBitForBit([ValueSource(nameof(Ids))] string id, [Values] AutoresetMode autoreset)
    {
        IEnvironmentBatch original = Registry.MakeBatch(id, 3, autoreset), loaded = Registry.MakeBatch(id, 3, autoreset);
        var random = new RandomStream(4);
        original.Reset(seed: 5);
        loaded.Reset(seed: 99);
        for (int i = 0; i < 137; i++)
            Step(original, random);
        Transfer(original, loaded);

        RandomStream same = new(random.State);
        for (int i = 0; i < 300; i++)
        {
            Shown(loaded).Should().Equal(Shown(original));
            Step(original, random);
            Step(loaded, same);
        }
    }

    [TestCaseSource(nameof(Ids))]
    public void Load_SavedBeforeTheFirstEpisode_BeginsAlike(string id)
    {
        IEnvironmentBatch original = Registry.MakeBatch(id, 2), loaded = Registry.MakeBatch(id, 2);
        loaded.Reset(seed: 8);
        Transfer(original, loaded);
        original.Reset();
        loaded.Reset();
        loaded.Observations.ToArray().Should().Equal(original.Observations.ToArray());
    }

    [TestCaseSource(nameof(Ids))]
    public void Load_CutStream_SaysSoAndStaysUsable(string id)
    {
        IEnvironmentBatch batch = Registry.MakeBatch(id, 2);
        batch.Reset(seed: 1);
        using var saved = new MemoryStream();
        ((IResumable)batch).Save(saved);
        foreach (long length in (long[])[0, saved.Length / 2, saved.Length - 1])
        {
            using var cut = new MemoryStream(saved.ToArray()[..(int)length]);
            batch.Invoking(it => ((IResumable)it).Load(cut)).Should().Throw<InvalidDataException>().WithMessage("*ends in the middle*");
        }

        batch.Reset(seed: 1);
        Step(batch, new RandomStream(1));
    }

    [Test]
    public void ResetWhere_AfterLoad_LeavesTheOthersAsTheyWere()
    {
        IEnvironmentBatch original = Registry.MakeBatch("LinearQuadratic-v0", 2), loaded = Registry.MakeBatch("LinearQuadratic-v0", 2);
        original.Reset(seed: 3);
        Transfer(original, loaded);
        loaded.ResetWhere([true, false]);
        loaded.Observations[2..].ToArray().Should().Equal(original.Observations[2..].ToArray());
        loaded.Observations[..2].ToArray().Should().NotEqual(original.Observations[..2].ToArray());
    }

    [Test]
    public void CanSave_EnvironmentInsideThatIsNotResumable_IsFalseAndSaveSaysWhy()
    {
        var limited = new TimeLimit<int, int>(new Agents.ScriptedEnvironment(), 5);
        limited.CanSave.Should().BeFalse();
        limited.Invoking(it => it.Save(Stream.Null)).Should().Throw<InvalidOperationException>().WithMessage("*ScriptedEnvironment*IResumable*");
        limited.Invoking(it => it.Load(new MemoryStream(new byte[8]))).Should().Throw<InvalidOperationException>().WithMessage("*ScriptedEnvironment*");
    }

    private static void Transfer(IEnvironmentBatch from, IEnvironmentBatch to)
    {
        ((IResumable)from).CanSave.Should().BeTrue();
        using var stream = new MemoryStream();
        ((IResumable)from).Save(stream);
        stream.Position = 0;
        ((IResumable)to).Load(stream);
        stream.Position.Should().Be(stream.Length);
    }

    private static void Step(IEnvironmentBatch batch, RandomStream random)
    {
        if (batch.Autoreset == AutoresetMode.Disabled)
        {
            var over = new bool[batch.Count];
            for (int i = 0; i < over.Length; i++)
                over[i] = batch.Terminated[i] | batch.Truncated[i];
            batch.ResetWhere(over);
        }

        if (batch is IEnvironmentBatch<int> choices)
        {
            int[] actions = [.. Enumerable.Range(0, batch.Count).Select(_ => random.NextInt32(((Discrete)batch.ActionSpace).Count))];
            choices.Step(actions);
        }
        else
        {
            float[] actions = [.. Enumerable.Range(0, batch.Count * batch.ActionSpace.FlatDimension).Select(_ => (float)(2 * random.NextDouble() - 1))];
            ((IEnvironmentBatch<float>)batch).Step(actions);
        }
    }

    private static float[] Shown(IEnvironmentBatch batch)
    {
        var shown = new List<float>([.. batch.Observations]);
        for (int i = 0; i < batch.Count; i++)
        {
            shown.Add((float)batch.Rewards[i]);
            shown.AddRange(((bool[])[batch.Terminated[i], batch.Truncated[i], batch.HasFinalObservation[i]]).Select(flag => flag ? 1f : 0));
            if (batch.HasFinalObservation[i])
                shown.AddRange(batch.FinalObservations.Slice(i * batch.ObservationSize, batch.ObservationSize).ToArray());
        }

        return [.. shown];
    }
}
