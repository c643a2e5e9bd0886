using System.Text.Json;
using ExpUtils.Slurm;

namespace ExpUtils.Running.Tests.Slurm;

/// <summary>Against the values of the Python library, except where it accepts nonsense.</summary>
public sealed class SlurmOptionsTests
{
    private static readonly JsonElement Expected = Golden.Read("slurm.json");

    private static IEnumerable<JsonElement> Rows(string name) => Expected.GetProperty(name).EnumerateArray();

    [Test]
    public void Hours_Golden_Same()
    {
        foreach (JsonElement row in Rows("hours").Where(row => row.GetProperty("n").GetInt32() > 0))
            SlurmTime.Hours(row.GetProperty("n").GetInt32()).ToString().Should().Be(row.GetProperty("text").GetString());
        FluentActions.Invoking(() => SlurmTime.Hours(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Gigs_Golden_Same()
    {
        foreach (JsonElement row in Rows("gigabytes"))
            SlurmMemory.Gigs(row.GetProperty("n").GetInt32()).ToString().Should().Be(row.GetProperty("text").GetString());
    }

    [Test]
    public void Memory_Golden_SameExceptNothing()
    {
        foreach (JsonElement row in Rows("memory").Where(row => row.GetProperty("mb").GetDouble() > 0))
        {
            JsonElement value = row.GetProperty("value");
            SlurmMemory memory = value.ValueKind == JsonValueKind.Number ? SlurmMemory.FromGigabytes(value.GetDouble()) : SlurmMemory.Parse(value.GetString()!);
            memory.ToString().Should().Be(row.GetProperty("normalized").GetString());
            memory.Megabytes.Should().Be(row.GetProperty("mb").GetDouble());
        }

        FluentActions.Invoking(() => SlurmMemory.FromGigabytes(0.0009)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase("512")]
    [TestCase("4|G")]
    [TestCase("4T")]
    [TestCase("1.5G")]
    [TestCase("0G")]
    [TestCase("")]
    public void Memory_Nonsense_Throws(string text) => FluentActions.Invoking(() => SlurmMemory.Parse(text)).Should().Throw<FormatException>();

    [Test]
    public void Flags_Golden_Same()
    {
        foreach (JsonElement row in Rows("flags"))
        {
            JsonElement given = row.GetProperty("options");
            var document = new Dictionary<string, JsonElement> { ["type"] = row.GetProperty("type") };
            foreach (JsonProperty option in given.EnumerateObject())
                document[option.Name] = option.Value;
            string.Join(' ', Load(JsonSerializer.Serialize(document)).ToFlags()).Should().Be(row.GetProperty("flags").GetString());
        }
    }

    [Test]
    public void Cost_Golden_Same()
    {
        foreach (JsonElement row in Rows("cost_core_years"))
        {
            SlurmCost.CoreYears(Number("jobs"), Number("cores_per_job"), Number("mem_mb_per_core"), Number("hours"))
                .Should().BeApproximately(Number("core_years"), 1e-12);
            double Number(string name) => row.GetProperty(name).GetDouble();
        }
    }

    [TestCase("me", false)]
    [TestCase("def-me_cpu", false)]
    [TestCase("def-me", true)]
    [TestCase("rrg-me", true)]
    public void Check_AccountRule_Applied(string account, bool accepted)
    {
        var options = new SlurmOptions { Time = SlurmTime.Hours(1), Account = account };
        options.Check();
        Action check = () => options.Check(SlurmAccounts.DigitalAlliance);
        if (accepted)
            check.Should().NotThrow();
        else
            check.Should().Throw<ArgumentException>().WithMessage($"*{account}*");
    }

    [Test]
    public void Check_SeveralProblems_AllNamed() =>
        FluentActions.Invoking(() => new SlurmOptions { Time = SlurmTime.Hours(1), Cores = 0, Sequential = 0, MailEventNames = ["FINISH"] }.Check())
            .Should().Throw<ArgumentException>().WithMessage("*Cores*Sequential*FINISH*");

    [TestCase(1, 1, null, null, 1)]
    [TestCase(8, 2, 5, null, 20)]
    [TestCase(2, 1, null, 60.0, 106)]
    [TestCase(1, 1, null, 7200.0, 1)]
    public void RunsPerTask_TimeBudget_FitsIntoNineTenths(int cores, int threads, int? sequential, double? seconds, int expected) =>
        new SlurmOptions
        {
            Time = SlurmTime.Hours(1), Cores = cores, ThreadsPerRun = threads, Sequential = sequential, RunTime = seconds is { } s ? TimeSpan.FromSeconds(s) : null,
        }.RunsPerTask.Should().Be(expected);

    [TestCase("""{"type": "cluster", "time": "1:0:0"}""", "*single_node*")]
    [TestCase("""{"type": "single_node"}""", "*time is missing*")]
    [TestCase("""{"type": "single_node", "time": "90"}""", "*90*")]
    [TestCase("""{"type": "single_node", "time": "1:0:0", "core": 2}""", "*Did you mean 'cores'*")]
    [TestCase("""{"type": "single_node", "time": "1:0:0", "cores": "2"}""", "*cores must be a whole number*")]
    [TestCase("""[]""", "*object*")]
    [TestCase("""{""", "*no valid options*")]
    public void Load_Wrong_SaysWhat(string json, string message) => FluentActions.Invoking(() => Load(json)).Should().Throw<ExpUtilsException>().WithMessage(message);

    [Test]
    public void Load_Everything_Read()
    {
        SlurmOptions options = Load("""
            {"type": "multi_node", "time": "1-0", "cores": 8, "mem_per_core": 1.5, "threads_per_task": 2, "run_minutes": 3, "max_running_tasks": 10, "attempts": 2,
             "run_timeout_minutes": 9, "partition": "short", "after": [4, 5], "warning_seconds": 90, "requeue": false, "mail_events": ["FAIL"], "mail_user": "a@b.c",
             "prologue": ["module load dotnet"], "sbatch": {"gres": "gpu:1", "exclusive": null}}
            """);
        options.Parallelism.Should().Be(4);
        options.Submission("job.sh", "name").Arguments().Should().Contain([
            "--dependency=afterany:4:5", "--mail-type=FAIL", "--mem-per-cpu=1536M", "--no-requeue", "--ntasks=8", "--partition=short", "--signal=B:TERM@90", "--time=1-0",
            "--gres=gpu:1", "--exclusive"]);
        options.RunTimeout.Should().Be(TimeSpan.FromMinutes(9));
    }

    private static SlurmOptions Load(string json)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            return SlurmOptions.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
