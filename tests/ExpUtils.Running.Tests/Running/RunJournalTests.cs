using System.Diagnostics;

namespace ExpUtils.Running.Tests.Running;

public sealed class RunJournalTests
{
    private Project _project = null!;

    [SetUp]
    public void Make() => _project = new Project();

    [TearDown]
    public void Delete() => _project.Dispose();

    [Test]
    public void Folder_TwoFilesOfOneName_StayApart()
    {
        string other = Path.Combine(Path.GetDirectoryName(_project.File)!, "other.json");
        File.Copy(_project.File, other);
        ExperimentDescription.Load(other).Name.Should().Be(_project.Experiment.Name);
        new RunJournal(ExperimentDescription.Load(other)).Folder.Should().NotBe(_project.Journal.Folder);
        _project.Journal.Folder.Should().StartWith(Path.Combine(_project.Folder, "results", "sine"));
    }

    [Test]
    public void Folder_NameThatClimbs_IsRefused()
    {
        var experiment = ExperimentDescription.Parse("""{"name": "../../etc", "metaParameters": {}}""", options: new ExperimentOptions { SavePath = "results/{name}" });
        FluentActions.Invoking(() => new RunJournal(experiment)).Should().Throw<ExpUtilsException>().WithMessage("*out of the results*");
    }

    [Test]
    public void Status_EveryKind_IsTold()
    {
        RunJournal journal = _project.Journal;
        journal.Write(Record(0, RunStatus.Done));
        journal.Write(Record(1, RunStatus.Failed));
        using RunClaim claim = journal.TryClaim(2, "")!;
        journal.StatusOf([0, 1, 2, 3]).Select(pair => pair.Value).Should().Equal(RunStatus.Done, RunStatus.Failed, RunStatus.Running, RunStatus.Missing);
        journal.TryClaim(2, "").Should().BeNull();
    }

    [Test]
    public void Claim_OwnerDied_CutOffAndFreeAgain()
    {
        RunJournal journal = _project.Journal;
        journal.TryClaim(2, "")!.Dispose();
        using (var dead = Process.Start(new ProcessStartInfo("true") { UseShellExecute = false })!)
        {
            dead.WaitForExit();
            // As a claim that a killed process has left behind.
            RunClaim left = journal.TryClaim(2, "")!;
            string path = Directory.GetFiles(journal.Folder, "*.claim", SearchOption.AllDirectories).Single();
            File.WriteAllText(path, File.ReadAllText(path).Replace($"\"process_id\": {Environment.ProcessId}", $"\"process_id\": {dead.Id}"));
            _ = left;
        }

        journal.StatusOf([2]).Single().Value.Should().Be(RunStatus.CutOff);
        using RunClaim? again = journal.TryClaim(2, "");
        again.Should().NotBeNull();
    }

    [Test]
    public void Claim_OwnerDiedAndManyWantIt_OneGetsIt()
    {
        using var project = new Project();
        RunJournal journal = project.Journal;
        journal.TryClaim(2, "")!.Dispose();
        string path = Path.Combine(Directory.GetDirectories(Path.Combine(journal.Folder, "runs")).Single(), journal.KeyOf(2) + ".claim");
        string dead = $$"""{"index": 2, "host": "{{Environment.MachineName}}", "process_id": 4194304, "process_started": "2020-01-01T00:00:00Z", "started": "2020-01-01T00:00:00Z"}""";
        for (int round = 0; round < 200; round++)
        {
            File.WriteAllText(path, dead);
            using var together = new Barrier(4);
            var claims = new RunClaim?[4];
            Thread[] threads = [.. Enumerable.Range(0, 4).Select(i => new Thread(() =>
            {
                together.SignalAndWait();
                claims[i] = journal.TryClaim(2, "");
            }))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            claims.Count(claim => claim is not null).Should().Be(1, "in round {0}", round);
            Array.ForEach(claims, claim => claim?.Dispose());
        }
    }

    [Test]
    public void Claim_OfAnotherMachine_LivesAsLongAsItIsTouched()
    {
        RunJournal journal = _project.Journal;
        RunClaim left = journal.TryClaim(2, "slurm 7_1")!;
        string path = Directory.GetFiles(journal.Folder, "*.claim", SearchOption.AllDirectories).Single();
        File.WriteAllText(path, File.ReadAllText(path).Replace($"\"host\": \"{Environment.MachineName}\"", "\"host\": \"elsewhere\""));
        journal.TryClaim(2, "").Should().BeNull();
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path) - TimeSpan.FromHours(1));
        journal.StatusOf([2]).Single().Value.Should().Be(RunStatus.CutOff);

        // A task that Slurm has started again elsewhere may go on at once.
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path) + TimeSpan.FromHours(1));
        using RunClaim? again = journal.TryClaim(2, "slurm 7_1");
        again.Should().NotBeNull();
        left.Dispose();
    }

    [Test]
    public void Write_DoneAfterFailure_FailureIsForgotten()
    {
        RunJournal journal = _project.Journal;
        journal.Write(Record(0, RunStatus.Failed));
        journal.Missing(1).Should().Equal(0, 1, 2, 3);
        journal.Write(Record(0, RunStatus.Done));
        journal.Find(0)!.Status.Should().Be(RunStatus.Done);
        journal.Missing(1).Should().Equal(1, 2, 3);
        journal.Forget(0);
        journal.Find(0).Should().BeNull();
        FluentActions.Invoking(() => journal.Write(Record(0, RunStatus.Running))).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Find_DamagedRecord_SaysWhichFile()
    {
        RunJournal journal = _project.Journal;
        journal.Write(Record(0, RunStatus.Failed));
        string path = Directory.GetFiles(journal.Folder, "*.failed", SearchOption.AllDirectories).Single();
        File.WriteAllText(path, "{");
        FluentActions.Invoking(() => journal.Find(0)).Should().Throw<ExpUtilsException>().WithMessage($"*{path}*");
    }

    private static RunRecord Record(long index, RunStatus status) => new()
    {
        Index = index, Run = 0, Parameters = "", Status = status, Started = DateTimeOffset.UnixEpoch, Finished = DateTimeOffset.UnixEpoch.AddSeconds(2),
    };
}
