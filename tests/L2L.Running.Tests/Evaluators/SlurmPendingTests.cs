using SharedSource.Slurm;

namespace L2L.Running.Tests.Evaluators;

/// <summary>What becomes of individuals whose task ended without a result, decided on files as a task leaves them.</summary>
internal sealed class SlurmPendingTests
{
    private readonly List<Evaluation> _completed = [];
    private TemporaryFolder _files = null!;
    private SlurmBatchFolder _folder = null!;
    private EvaluationRequest[] _requests = [];

    [SetUp]
    public void SetUp()
    {
        _completed.Clear();
        _files = new TemporaryFolder();
        _folder = new SlurmBatchFolder(_files.Path);
        _requests = [.. Enumerable.Range(0, 3).Select(i => new EvaluationRequest(new Individual(4, i, new ParameterSet(("x", i + 0.5))), new RandomStream(i).State))];
        _folder.Prepare(_requests).Should().Be(0);
        _folder.WriteTasks(0, [[0, 2], [1]]);
    }

    [TearDown]
    public void TearDown() => _files.Dispose();

    [Test]
    public void ReadTask_AndRequest_GiveWhatWasWritten()
    {
        _folder.ReadTask(0, 0).Should().Equal(0, 2);
        EvaluationRequest read = _folder.ReadRequest(2);
        read.Individual.Parameters.Should().Equal(_requests[2].Individual.Parameters);
        read.Random.Should().Be(_requests[2].Random);
    }

    [Test]
    public void Prepare_SameRequestsAgain_KeepsTheirResultsAndDropsThoseOfOthers()
    {
        foreach (EvaluationRequest request in _requests)
            _folder.WriteResult(new Evaluation(request.Individual, request.Individual.Index));
        EvaluationRequest changed = _requests[1] with { Random = new RandomStream(99).State };

        _folder.Prepare([_requests[0], changed]).Should().Be(1, "one submission was made before");

        _folder.TryReadResult(_requests[0].Individual)!.Fitness[0].Should().Be(0);
        _folder.TryReadResult(changed.Individual).Should().BeNull();
    }

    [Test]
    public void Account_NodeDied_SubmitsAgainAndGivesUpAfterTheReplacements()
    {
        SlurmPending pending = Pending(new EvaluationLimits { Replacements = 1 });
        _folder.MarkStart(0, 0);

        pending.Account(0, 0, [0, 2], SlurmState.NodeFailed);
        pending.Indices.Should().Equal(0, 1, 2);

        _folder.MarkStart(1, 0);
        pending.Account(1, 0, [0], SlurmState.NodeFailed);
        pending.Indices.Should().Equal(1, 2);
        _completed.Should().ContainSingle().Which.Error.Should().Contain("Slurm says NodeFailed");
    }

    [TestCase(137, true)]
    [TestCase(143, true)]
    [TestCase(134, false)]
    [TestCase(3, false)]
    public void Account_ExitCode_TellsLossesFromCrashes(int code, bool isLoss)
    {
        SlurmPending pending = Pending(new EvaluationLimits());
        _folder.MarkStart(0, 1);
        File.WriteAllText(_folder.Exit(0, "1"), $"{code}\n");
        File.WriteAllText(_folder.Log(0, "1"), "last words\n");

        pending.Account(0, 1, [1], SlurmState.Failed);

        pending.Indices.Contains(1).Should().Be(isLoss);
        if (!isLoss)
            _completed.Single().Error.Should().Contain("last words").And.Contain(code == 3 ? "exit code 3" : "SIGABRT");
    }

    [Test]
    public void Account_CutOffAtItsTime_BlamesOnlyTheFirstIndividual()
    {
        SlurmPending pending = Pending(new EvaluationLimits());
        _folder.MarkStart(0, 0);
        _folder.MarkStart(0, 1);

        pending.Account(0, 0, [2, 0], SlurmState.TimedOut);
        pending.Account(0, 1, [1], SlurmState.TimedOut);

        pending.Indices.Should().Equal(0, 2);
        _completed.Single().Status.Should().Be(EvaluationStatus.TimedOut);
    }

    [Test]
    public void Account_RetriesLeft_CrashIsTriedAgainAndCounted()
    {
        SlurmPending pending = Pending(new EvaluationLimits { Retries = 1 });
        _folder.MarkStart(0, 1);
        File.WriteAllText(_folder.Exit(0, "1"), "134");
        pending.Account(0, 1, [1], SlurmState.Failed);
        _folder.WriteResult(new Evaluation(_requests[1].Individual, 7));

        pending.Harvest();

        _completed.Single().Attempts.Should().Be(2);
        _completed.Single().Fitness[0].Should().Be(7);
    }

    [Test]
    public void CheckProgress_ArraysThatNeverComeToAnIndividual_EndTheRun()
    {
        SlurmPending pending = Pending(new EvaluationLimits { Replacements = 1 });
        File.WriteAllText(_folder.Log(1, "0"), "no such module\n");
        pending.Account(0, 0, [0, 2], SlurmState.NodeFailed);
        pending.CheckProgress(0, [SlurmState.NodeFailed]);

        pending.Account(1, 0, [0, 2], SlurmState.NodeFailed);
        FluentActions.Invoking(() => pending.CheckProgress(1, [SlurmState.NodeFailed])).Should().Throw<InvalidOperationException>().WithMessage("*NodeFailed*no such module*");
    }

    private SlurmPending Pending(EvaluationLimits limits) => new(_folder, limits, _requests, _completed.Add);
}
