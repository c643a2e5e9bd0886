using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Shared.Tensors;

namespace Layg.Sharing.Tests;

/// <summary>Processes that hammer one store while one of them is killed.</summary>
public sealed class TwoProcessTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("layg-sharing").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Add_OneOfTwoProcessesKilled_LosesAndDuplicatesNothing() => Hammer(seconds: 4, kills: 1);

    [Test, Category("Long")]
    public void Add_AMinuteWithRandomKills_LosesAndDuplicatesNothing() => Hammer(seconds: 60, kills: 8);

    /// <summary>One process runs to its end; beside it others are killed at random, one after the other.</summary>
    private void Hammer(int seconds, int kills)
    {
        string path = Path.Combine(_folder, "points.sqlite");
        var random = new RandomStream(99);
        using Child survivor = Child.Start(path, 1, seconds);
        List<double> acknowledged = [];
        int victims = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            using Child victim = Child.Start(path, 100 + kill, 600);
            victim.WaitForLines(50);
            Thread.CurrentThread.Join(TimeSpan.FromMilliseconds(random.NextDouble(50, seconds * 500.0 / kills)));
            victim.Kill();
            acknowledged.AddRange(victim.Points());
            victims++;
        }

        survivor.WaitForEnd().Should().Be(0, survivor.Errors);
        acknowledged.AddRange(survivor.Points());
        victims.Should().Be(kills);
        survivor.LastLine.Should().Contain("unstored 0");
        long.Parse(survivor.LastLine.Split(' ')[3], CultureInfo.InvariantCulture).Should().BePositive("the survivor learns from the others");

        using var store = SqlitePointStore.Open(path, 1, 1, "sine");
        List<SharedPoint> rows = [];
        while (store.ReadAfter(rows.Count == 0 ? 0 : rows[^1].Position, 10_000) is { Count: > 0 } more)
            rows.AddRange(more);
        rows.Should().HaveCount((int)store.Count);
        rows.Select(row => row.X[0]).Should().OnlyHaveUniqueItems();
        rows.Should().OnlyContain(row => row.Y[0].Equals(HammerProgram.Function(row.X[0])));
        HashSet<double> stored = [.. rows.Select(row => row.X[0])];
        acknowledged.Where(x => !stored.Contains(x)).Should().BeEmpty();
        acknowledged.Count.Should().BeGreaterThan(200);

        // Each killed process may have stored one point that it could no longer announce.
        rows.Count.Should().BeLessThanOrEqualTo(acknowledged.Distinct().Count() + kills);
        TestContext.Out.WriteLine($"{rows.Count} rows, {acknowledged.Count} announced, {kills} killed");
    }

    private sealed class Child : IDisposable
    {
        private readonly Process _process;
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly ConcurrentQueue<string> _errors = new();

        private Child(Process process)
        {
            _process = process;
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data is not null)
                    _lines.Enqueue(line.Data);
            };
            process.ErrorDataReceived += (_, line) =>
            {
                if (line.Data is not null)
                    _errors.Enqueue(line.Data);
            };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public string Errors => string.Join(Environment.NewLine, _errors);

        public string LastLine => _lines.LastOrDefault() ?? "";

        public static Child Start(string path, long seed, int seconds)
        {
            string[] arguments = [typeof(HammerProgram).Assembly.Location, path, seed.ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture)];
            var start = new ProcessStartInfo("dotnet", ["exec", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            return new Child(Process.Start(start)!);
        }

        public void WaitForLines(int count) =>
            SpinWait.SpinUntil(() => _lines.Count >= count || _process.HasExited, TimeSpan.FromSeconds(60)).Should().BeTrue(Errors);

        public int WaitForEnd()
        {
            _process.WaitForExit();
            return _process.ExitCode;
        }

        /// <summary>Signal 9 on Linux.</summary>
        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
        }

        /// <summary>The points announced; a last line cut short by the kill is none.</summary>
        public IEnumerable<double> Points() => _lines
            .Where(line => line.EndsWith(';'))
            .Select(line => double.Parse(line.TrimEnd(';'), CultureInfo.InvariantCulture));

        public void Dispose()
        {
            if (!_process.HasExited)
                Kill();
            _process.Dispose();
        }
    }
}
