using SharedSource.Slurm;

namespace ExpUtils.Running.Tests.Slurm;

/// <summary>Against a real cluster.</summary>
public sealed class SlurmCommandsTests
{
    [Test]
    public async Task Submit_ArrayOnARealCluster_RunsEveryTaskAndWatchSeesItEnd()
    {
        var cluster = SlurmCluster.OrIgnore();
        string folder = Directory.CreateDirectory(Path.Combine(cluster.Folder, "a folder with 'quotes' and $(id)")).FullName;
        var commands = new SlurmCommands();
        string script = Path.Combine(folder, "job.sh");
        // The shell in the middle gets $0 the folder, $1 the text, $2 the option, $3 the task.
        await File.WriteAllTextAsync(script, SlurmScript.Write(["/bin/bash", "-c", "echo \"$1\" > \"$0/$3\"", folder, "it's $HOME"], "--task"));

        long job = await commands.SubmitAsync(new SlurmSubmission { Script = script, Name = "quoted; name", Array = "0-2", Output = "/dev/null" });
        IReadOnlyList<SlurmTask> last = [];
        await foreach (var look in new SlurmWatch(commands) { Shortest = TimeSpan.FromMilliseconds(300) }.WatchAsync([job]))
            last = look;

        last.Should().HaveCount(3).And.OnlyContain(task => task.JobId == job && task.State == SlurmState.Completed);
        for (int task = 0; task < 3; task++)
            (await File.ReadAllTextAsync(Path.Combine(folder, task.ToString()))).Should().Be("it's $HOME\n");
    }

    [Test]
    public async Task Cancel_OneTask_OnlyThatOneEnds()
    {
        var cluster = SlurmCluster.OrIgnore();
        var commands = new SlurmCommands();
        string script = Path.Combine(cluster.Folder, "sleep.sh");
        await File.WriteAllTextAsync(script, SlurmScript.Write(["sleep", "600"]));
        long job = await commands.SubmitAsync(new SlurmSubmission { Script = script, Name = "sleep", Array = "0-1", Output = "/dev/null" });

        await commands.CancelAsync(job, [1]);
        // A task that had not started leaves no trace; one that had is listed as cancelled for a while.
        (await commands.QueueAsync([job])).Where(task => !task.State.IsOver()).Select(task => task.Task).Should().Equal(0);
        await commands.CancelAsync(job);
    }

    [Test]
    public async Task Queue_UnknownJob_Empty()
    {
        SlurmCluster.OrIgnore();
        (await new SlurmCommands().QueueAsync([987654])).Should().BeEmpty();
    }

    [Test]
    public async Task Submit_Refused_SaysWhatSlurmSaid()
    {
        var cluster = SlurmCluster.OrIgnore();
        string script = Path.Combine(cluster.Folder, "refused.sh");
        await File.WriteAllTextAsync(script, SlurmScript.Write(["true"]));
        var submit = () => new SlurmCommands().SubmitAsync(new SlurmSubmission { Script = script, Name = "refused", Partition = "nowhere" });
        (await submit.Should().ThrowAsync<SlurmCommandException>()).WithMessage("*partition*").Which.IsTransient.Should().BeFalse();
    }

    [Test]
    public async Task MaximumArraySize_Cluster_IsTheConfigured()
    {
        SlurmCluster.OrIgnore();
        (await new SlurmCommands().MaximumArraySizeAsync()).Should().Be(20001);
    }

    [Test]
    public async Task Submit_ControllerDoesNotAnswerButTookTheJob_NotSubmittedTwice()
    {
        using var programs = new FakePrograms();
        programs.Write("sbatch", "echo x >> calls; echo 'sbatch: error: Batch job submission failed: Socket timed out on send/recv operation' >&2; exit 1");
        programs.Write("squeue", "echo 77");
        (await new SlurmCommands().SubmitAsync(new SlurmSubmission { Script = "job.sh", Name = "unique" })).Should().Be(77);
        programs.Calls.Should().Be(1);
    }

    [Test]
    public async Task Submit_ControllerDoesNotAnswerAndKnowsNothing_SubmittedAgain()
    {
        using var programs = new FakePrograms();
        programs.Write("sbatch", "echo x >> calls; [ $(wc -l < calls) = 2 ] && echo 78 && exit; echo 'Unable to contact slurm controller (connect failure)' >&2; exit 1");
        programs.Write("squeue", "");
        (await new SlurmCommands().SubmitAsync(new SlurmSubmission { Script = "job.sh", Name = "unique" })).Should().Be(78);
        programs.Calls.Should().Be(2);
    }

    [Test]
    public async Task Submit_NoSlurm_SaysWhatIsMissing()
    {
        using var programs = new FakePrograms(alone: true);
        var submit = () => new SlurmCommands().SubmitAsync(new SlurmSubmission { Script = "job.sh", Name = "x" });
        (await submit.Should().ThrowAsync<SlurmCommandException>()).WithMessage("*sbatch*Is Slurm installed*");
    }

    /// <summary>Programs that stand in for those of Slurm, first on the path; they start in their own folder.</summary>
    private sealed class FakePrograms : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("programs").FullName;
        private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

        public FakePrograms(bool alone = false) => Environment.SetEnvironmentVariable("PATH", alone ? _folder : $"{_folder}:{_path}");

        public int Calls => File.ReadAllLines(Path.Combine(_folder, "calls")).Length;

        public void Write(string name, string body)
        {
            string path = Path.Combine(_folder, name);
            File.WriteAllText(path, $"#!/bin/bash\ncd '{_folder}'\n{body}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public void Dispose()
        {
            Environment.SetEnvironmentVariable("PATH", _path);
            Directory.Delete(_folder, recursive: true);
        }
    }
}
