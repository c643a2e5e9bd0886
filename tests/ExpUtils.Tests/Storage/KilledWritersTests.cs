using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ExpUtils.Tests.Storage;

/// <summary>Eight processes write into one database while they are killed at random.</summary>
[TestFixture]
public sealed class KilledWritersTests
{
    private const int Writers = 8;

    [Test]
    public void Write_EightProcessesKilledAtRandom_LosesAndTearsNothing() => Hammer(TimeSpan.FromSeconds(5), rows: 5_000);

    [Test, Category("Long")]
    public void Write_EightProcessesForAMinute_LosesAndTearsNothing() => Hammer(TimeSpan.FromSeconds(60), rows: 100_000);

    /// <summary>A writer that is killed is started again and goes on after what it announced; one that is done is followed by one for the next run.</summary>
    private static void Hammer(TimeSpan duration, long rows)
    {
        using var scratch = new TemporaryFolder();
        string path = scratch["results.sqlite"];
        var random = new Random(5);
        Writer[] writers = [.. Enumerable.Range(0, Writers).Select(run => new Writer(path, run, rows))];
        using SqliteResultStore reader = SqliteResultStore.Open(path);
        int kills = 0;
        int runs = Writers;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            Thread.CurrentThread.Join(TimeSpan.FromSeconds(1));
            for (int i = 0; i < Writers; i++)
            {
                if (writers[i].IsComplete)
                    writers[i] = new Writer(path, runs++, rows);
            }

            Writer victim = writers[random.Next(Writers)];
            victim.Kill();
            kills++;
            Check(reader, victim.Run, victim.Acknowledged);
            victim.Start();
        }

        foreach (Writer writer in writers)
            writer.WaitForEnd();
        for (int run = 0; run < runs; run++)
            Check(reader, run, rows).Should().Be(rows);
        reader.Runs().Should().HaveCount(runs).And.OnlyContain(run => run.Status == StoredRunStatus.Completed);
        CheckIntegrity(path);
        TestContext.Out.WriteLine($"{runs} runs of {rows} rows, {kills} writers killed");
    }

    private static long Check(SqliteResultStore store, long run, long acknowledged)
    {
        RunSeries? series = store.Read(HammerProgram.Metric, stored => stored.Run == run).SingleOrDefault();
        long count = series?.Frames.Length ?? 0;
        count.Should().BeGreaterThanOrEqualTo(acknowledged, "what was acknowledged is there");
        (count % HammerProgram.BlockSize).Should().Be(0, "a block is there whole or not at all");
        for (int i = 0; i < count; i++)
        {
            if (series!.Frames[i] != i || !series.Values[i].Equals(HammerProgram.ValueOf(run, i)))
                Assert.Fail($"Row {i} of run {run} is ({series.Frames[i]}, {series.Values[i]}).");
        }

        return count;
    }

    private static void CheckIntegrity(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        command.ExecuteScalar().Should().Be("ok");
    }

    private sealed class Writer
    {
        private readonly string _path;
        private readonly long _rows;
        private readonly List<string> _errors = [];
        private Process _process = null!;
        private long _acknowledged;
        private volatile bool _isComplete;

        public Writer(string path, long run, long rows)
        {
            _path = path;
            Run = run;
            _rows = rows;
            Start();
        }

        public long Run { get; }

        public long Acknowledged => Interlocked.Read(ref _acknowledged);

        public bool IsComplete => _isComplete;

        public void Start()
        {
            if (_isComplete)
                return;
            string[] arguments = [typeof(HammerProgram).Assembly.Location, _path, .. new[] { Run, Acknowledged, _rows }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
            _process = Process.Start(new ProcessStartInfo("dotnet", ["exec", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            _process.OutputDataReceived += (_, line) => Take(line.Data);
            _process.ErrorDataReceived += (_, line) =>
            {
                lock (_errors)
                    _errors.Add(line.Data ?? "");
            };
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        /// <summary>Signal 9 on Linux; what the process had said before is read to the end.</summary>
        public void Kill()
        {
            if (!_process.HasExited)
                _process.Kill();
            _process.WaitForExit();
        }

        public void WaitForEnd()
        {
            _process.WaitForExit();
            lock (_errors)
                _isComplete.Should().BeTrue(string.Join('\n', _errors));
        }

        // A line cut off by the kill lacks its end.
        private void Take(string? line)
        {
            if (line is null || !line.EndsWith(';'))
                return;
            if (line == "complete;")
                _isComplete = true;
            else
                Interlocked.Exchange(ref _acknowledged, long.Parse(line[..^1], CultureInfo.InvariantCulture));
        }
    }
}
