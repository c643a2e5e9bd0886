namespace ExpUtils.Tests.Storage;

/// <summary>What every store must do.</summary>
public abstract class ResultStoreContract
{
    private static readonly ParameterSet First = ParameterSet.Parse("""{"alpha": 0.1, "model": {"name": "PR"}, "flag": true, "none": null, "units": [2, 3]}""");
    private static readonly ParameterSet Second = ParameterSet.Parse("""{"alpha": 0.2, "model": {"name": "PR"}, "flag": true, "none": null, "units": []}""");

    private TemporaryFolder _scratch = null!;

    protected string Folder => _scratch.Path;

    [SetUp]
    public void MakeFolder() => _scratch = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _scratch.Dispose();

    [Test]
    public void Write_ThenRead_GivesRunsInOrder()
    {
        using IResultStore store = Open();
        Complete(store, First, 1, 10, 11);
        Complete(store, Second, 0, 20);
        Complete(store, First, 0, 30, double.NaN, double.PositiveInfinity);
        using IResultStore again = Open();
        RunSeries[] series = [.. again.Read("return")];
        series.Should().HaveCount(3);
        RunSeries first = series.Single(run => run.Parameters.Equals(First) && run.Run == 0);
        first.Values.Should().Equal(30, double.NaN, double.PositiveInfinity);
        first.Frames.Should().Equal(0, 1, 2);
        first.Parameters.Fingerprint.Should().Be(First.Fingerprint);
        again.Metrics().Should().Equal("return");
        again.Read("unknown").Should().BeEmpty();
        again.Runs().Should().OnlyContain(run => run.Status == StoredRunStatus.Completed && run.Finished >= run.Started && run.Host == Environment.MachineName);
    }

    [Test]
    public void Begin_OfACompletedRun_NeedsReplace()
    {
        using IResultStore store = Open();
        Complete(store, First, 0, 1, 2, 3);
        store.Invoking(it => it.Begin(First, 0)).Should().Throw<InvalidOperationException>().WithMessage("*complete*");
        using (IRunWriter writer = store.Begin(First, 0, RunStart.Replace))
        {
            writer.Write("return", [5], [9]);
            writer.Complete();
        }

        store.Read("return").Single().Values.Should().Equal(9);
    }

    [Test]
    public void Runs_NotCompleted_AreNoResults()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"alpha": [0.1, 0.2, 0.3]}}""");
        using IResultStore store = Open();
        using (IRunWriter cut = store.Begin(experiment, 0))
            cut.Write("return", [0], [1]);
        using (IRunWriter failed = store.Begin(experiment, 1))
        {
            failed.Write("return", [0], [2]);
            failed.Fail("at Program.Main()");
        }

        using (IRunWriter done = store.Begin(experiment, 5))
            done.Complete();
        store.Runs().OrderBy(run => run.Parameters["alpha"]).Select(run => (run.Status, run.Error)).Should()
            .Equal((StoredRunStatus.Started, null), (StoredRunStatus.Failed, "at Program.Main()"), (StoredRunStatus.Completed, null));
        store.Read("return").Should().BeEmpty();
        store.Read("return", run => run.Status == StoredRunStatus.Failed).Single().Values.Should().Equal(2);
        store.ListMissing(experiment, 2).Should().Equal(0, 1, 2, 3, 4);
    }

    [Test]
    public void Begin_Again_EndsTheEarlierAttempt()
    {
        using IResultStore store = Open();
        using IRunWriter early = store.Begin(First, 0);
        early.Write("return", [0, 1], [1, 2]);
        using IRunWriter late = store.Begin(First, 0);
        late.Write("return", [0], [5]);
        early.Invoking(it => it.Complete()).Should().Throw<ResultStoreException>().WithMessage("*begun again*");
        late.Complete();
        late.Invoking(it => it.Complete()).Should().Throw<ResultStoreException>();
        store.Read("return").Single().Values.Should().Equal(5);
    }

    [Test]
    public void Write_FrameTwice_KeepsTheLaterValue()
    {
        using IResultStore store = Open();
        using (IRunWriter writer = store.Begin(First, 0))
        {
            writer.Write("a/b.c %", [0, 1, 2], [1, 2, 3]);
            writer.Write("a/b.c %", [2, -1], [30, 0]);
            writer.Invoking(it => it.Write("x", [1], [1, 2])).Should().Throw<ArgumentException>();
            writer.Complete();
        }

        RunSeries series = store.Read("a/b.c %").Single();
        series.Frames.Should().Equal(-1, 0, 1, 2);
        series.Values.Should().Equal(0, 1, 2, 30);
    }

    [Test]
    public void Save_OfACollector_CompletesItsIndices()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"alpha": [0.1, 0.2]}}""");
        var collector = new Collector(new Dictionary<string, ISampler> { ["reward"] = Sampler.Subsample(2) });
        foreach (long index in new long[] { 0, 3 })
        {
            collector.SetIndex(index);
            for (int step = 0; step < 3; step++)
            {
                collector.NextFrame();
                collector.Collect("return", (index * 10) + step);
                collector.Collect("reward", step);
            }
        }

        using IResultStore store = Open();
        store.Save(experiment, collector);
        store.ListMissing(experiment, 2).Should().Equal(1, 2);
        experiment.LoadResults(store, "return").Select(result => result.TryLoad(out CurveSet curves) ? string.Join(',', curves.Mean()) : "").Should().Equal("0,1,2", "30,31,32");
        store.Read("reward").First().Frames.Should().Equal(0, 2);
        store.Metrics().Should().Equal("return", "reward");
    }

    [Test]
    public void ListMissing_EqualValuesTwice_CountAsOneConfiguration()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"a": [1, 1.0, 2]}}""");
        using IResultStore store = Open();
        using (IRunWriter writer = store.Begin(experiment, 1))
            writer.Complete();
        store.ListMissing(experiment).Should().Equal(2);
    }

    protected abstract IResultStore Open();

    protected static void Complete(IResultStore store, ParameterSet parameters, long run, params double[] values)
    {
        using IRunWriter writer = store.Begin(parameters, run);
        writer.Write("return", [.. Enumerable.Range(0, values.Length).Select(frame => (long)frame)], values);
        writer.Complete();
    }
}
