using FsCheck;
using FsCheck.Fluent;
using SharedSource.Slurm;

namespace ExpUtils.Running.Tests.Slurm;

public sealed class SlurmTextTests
{
    [TestCase(new[] { 0 }, null, "0")]
    [TestCase(new[] { 3, 1, 2, 0 }, null, "0-3")]
    [TestCase(new[] { 0, 1, 5, 7, 8, 9 }, 4, "0,1,5,7-9%4")]
    public void ArrayFormat_Tasks_Compressed(int[] tasks, int? limit, string expected) => SlurmArray.Format(tasks, limit).Should().Be(expected);

    [Test]
    public void ArrayParse_Formatted_GivesBackTheTasks() =>
        Prop.ForAll<NonEmptyArray<NonNegativeInt>>(array =>
        {
            int[] tasks = [.. array.Get.Select(task => task.Get)];
            return SlurmArray.Parse(SlurmArray.Format(tasks)).SequenceEqual(tasks.Distinct().Order());
        }).QuickCheckThrowOnFailure();

    [Test]
    public void ArrayParse_StepAndLimit_Understood() => SlurmArray.Parse("1,4-10:3%2").Should().Equal(1, 4, 7, 10);

    [TestCase("3-1")]
    [TestCase("a")]
    [TestCase("")]
    [TestCase("1--2")]
    public void ArrayParse_Nonsense_Throws(string text) => FluentActions.Invoking(() => SlurmArray.Parse(text)).Should().Throw<FormatException>();

    [TestCase("2:59:59", 10799)]
    [TestCase("1-12", 129600)]
    [TestCase("1-0:0:5", 86405)]
    public void Duration_Text_Parsed(string text, int seconds)
    {
        SlurmDuration.TryParse(text, out var duration).Should().BeTrue();
        duration.TotalSeconds.Should().Be(seconds);
    }

    [TestCase("90")]
    [TestCase("1:30")]
    [TestCase("0:00:00")]
    [TestCase("-1:0:0")]
    [TestCase("1:0:0:0")]
    [TestCase("x")]
    public void Duration_AmbiguousOrWrong_Refused(string text) => SlurmDuration.TryParse(text, out _).Should().BeFalse();

    [TestCase(59.2, "0:01:00")]
    [TestCase(129600, "36:00:00")]
    public void DurationFormat_Seconds_RoundedUp(double seconds, string expected) => SlurmDuration.Format(TimeSpan.FromSeconds(seconds)).Should().Be(expected);

    [TestCase("RUNNING", SlurmState.Running)]
    [TestCase("CG", SlurmState.Running)]
    [TestCase("OUT_OF_MEMORY", SlurmState.Failed)]
    [TestCase("TIMEOUT", SlurmState.TimedOut)]
    [TestCase("NODE_FAIL", SlurmState.NodeFailed)]
    [TestCase("CANCELLED by 1000", SlurmState.Cancelled)]
    [TestCase("SOMETHING_NEW", SlurmState.Running)]
    public void State_Name_Understood(string name, object expected) => SlurmStates.Parse(name).Should().Be((SlurmState)expected);

    [Test]
    public void Task_QueueLine_Parsed()
    {
        SlurmTask.Parse("12|3|RUNNING|n1|None").Should().Be(new SlurmTask(12, 3, SlurmState.Running, "None", "n1"));
        SlurmTask.Parse("13|N/A|PENDING||Nodes|odd reason").Should().Be(new SlurmTask(13, null, SlurmState.Pending, "Nodes|odd reason", ""));
        FluentActions.Invoking(() => SlurmTask.Parse("slurm_load_jobs error")).Should().Throw<FormatException>();
    }

    [TestCase("12\n", 12)]
    [TestCase("12;cluster\n", 12)]
    [TestCase("Welcome!\n12\n", 12)]
    public void JobId_OutputOfSbatch_Read(string output, long expected) => SlurmCommands.ParseJobId(output).Should().Be(expected);

    [Test]
    public void Arguments_EverythingSet_OneArgumentEach()
    {
        var submission = new SlurmSubmission
        {
            Script = "job.sh", Name = "x; rm -rf /", Array = "0-3%2", Account = "def-me", TimeLimit = TimeSpan.FromHours(3), CoresPerTask = 2, MemoryPerCore = "4G",
            Output = "logs/%A_%a.txt", Dependency = "afterany:7", Warning = TimeSpan.FromSeconds(90), Requeue = false, Tasks = 1, Nodes = 1,
            Further = new Dictionary<string, string?> { ["gres"] = "gpu:1", ["exclusive"] = null },
        };
        submission.Arguments().Should().Equal(
            "--account=def-me", "--array=0-3%2", "--cpus-per-task=2", "--dependency=afterany:7", "--job-name=x; rm -rf /", "--mem-per-cpu=4G", "--no-requeue", "--nodes=1",
            "--ntasks=1", "--open-mode=append", "--output=logs/%A_%a.txt", "--signal=B:TERM@90", "--time=3:00:00", "--gres=gpu:1", "--exclusive", "job.sh");
    }

    [TestCase("name\n#SBATCH --account=other")]
    [TestCase("bell\a")]
    public void Arguments_ControlCharacter_Refused(string name)
    {
        var submission = new SlurmSubmission { Script = "job.sh", Name = name };
        FluentActions.Invoking(submission.Arguments).Should().Throw<ArgumentException>().WithMessage("*job-name*");
    }

    [Test]
    public void Script_CommandAndEnvironment_Quoted()
    {
        string script = SlurmScript.Write(
            ["dotnet", "a b.dll", "$(id)"], "--task", new Dictionary<string, string?> { ["MODE"] = "x'y", ["GONE"] = null }, ["module load dotnet"]);
        script.Should().Be("#!/bin/bash\nmodule load dotnet\nexport MODE='x'\\''y'\nunset GONE\nexec dotnet 'a b.dll' '$(id)' --task \"$SLURM_ARRAY_TASK_ID\"\n");
        FluentActions.Invoking(() => SlurmScript.Write(["x"], environment: new Dictionary<string, string?> { ["A;id"] = "" })).Should().Throw<ArgumentException>();
    }
}
