using System.Diagnostics;

namespace ExpUtils.Tests.Storage;

/// <summary>Writes until a small disk is full. Runs where the user may mount one.</summary>
[TestFixture]
public sealed class FullDiskTests
{
    private string _disk = "";
    private bool _isMounted;

    [SetUp]
    public void MountDisk()
    {
        _disk = Directory.CreateTempSubdirectory("exputils-disk-").FullName;
        _isMounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", _disk) == 0;
        if (!_isMounted)
            Assert.Ignore("This user may not mount a tmpfs.");
    }

    [TearDown]
    public void UnmountDisk()
    {
        if (_isMounted)
            Run("umount", _disk);
        Directory.Delete(_disk, recursive: true);
    }

    [Test]
    public void Sqlite_FullDisk_KeepsWhatWasAcknowledged()
    {
        ParameterSet parameters = ParameterSet.Parse("""{"a": 1}""");
        long acknowledged = 0;
        using (SqliteResultStore store = SqliteResultStore.Open(Path.Combine(_disk, "r.sqlite")))
        using (IRunWriter writer = store.Begin(parameters, 0))
        {
            Action fill = () =>
            {
                for (; acknowledged < 1_000_000; acknowledged += 100)
                    writer.Write("m", [.. Enumerable.Range(0, 100).Select(i => acknowledged + i)], [.. Enumerable.Range(0, 100).Select(i => (double)(acknowledged + i))]);
            };
            fill.Should().Throw<ResultStoreException>().WithMessage("*full*");
            acknowledged.Should().BePositive();
        }

        using SqliteResultStore again = SqliteResultStore.Open(Path.Combine(_disk, "r.sqlite"), new SqliteStoreOptions { ReadOnly = true });
        RunSeries series = again.Read("m", _ => true).Single();
        series.Values.Should().Equal(Enumerable.Range(0, (int)acknowledged).Select(i => (double)i));
    }

    [Test]
    public void Sqlite_ReadOnlyDisk_IsRead()
    {
        string path = Path.Combine(_disk, "r.sqlite");
        using (SqliteResultStore store = SqliteResultStore.Open(path))
        using (IRunWriter writer = store.Begin(ParameterSet.Parse("""{"a": 1}"""), 0))
        {
            writer.Write("m", [0, 1], [2, 3]);
            writer.Complete();
        }

        Run("mount", "-o", "remount,ro", _disk).Should().Be(0);
        using (SqliteResultStore store = SqliteResultStore.Open(path, new SqliteStoreOptions { ReadOnly = true }))
            store.Read("m").Single().Values.Should().Equal(2, 3);
        FluentActions.Invoking(() => SqliteResultStore.Open(path)).Should().Throw<ResultStoreException>().WithMessage("*r.sqlite*");
    }

    [Test]
    public void Folders_FullDisk_SayWhichRunAndKeepTheOthers()
    {
        var store = new FolderResultStore(_disk);
        int completed = 0;
        Action fill = () =>
        {
            for (; completed < 100; completed++)
            {
                using IRunWriter writer = store.Begin(ParameterSet.Parse("""{"a": 1}"""), completed);
                writer.Write("m", [.. Enumerable.Range(0, 5000).Select(i => (long)i)], new double[5000]);
                writer.Complete();
            }
        };
        fill.Should().Throw<ResultStoreException>().WithMessage($"*{_disk}*");
        completed.Should().BePositive();
        store.Read("m").Should().HaveCount(completed).And.OnlyContain(run => run.Values.Length == 5000);
        Directory.GetFiles(_disk, "*.tmp", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Test]
    public void Csv_FullDisk_LosesNoEarlierLine()
    {
        ExperimentDescription experiment = ExperimentDescription.Parse("""{"metaParameters": {"a": 1}}""");
        int lines = 0;
        Action fill = () =>
        {
            for (; lines < 1000; lines++)
                ResultCsv.Append(Path.Combine(_disk, "m"), experiment, lines, new double[1000], batchSize: null);
        };
        fill.Should().Throw<ResultStoreException>().WithMessage("*m.csv*");
        ResultCsv.Read(Path.Combine(_disk, "m"), experiment).Should().HaveCount(lines).And.OnlyContain(run => run.Values.Length == 1000);
    }

    private static int Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
