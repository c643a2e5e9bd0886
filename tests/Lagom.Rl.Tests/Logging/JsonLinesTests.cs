namespace Lagom.Rl.Tests;

public sealed class JsonLinesTests
{
    [Test]
    public void Write_AnyNumbers_AreReadBackExactly()
    {
        using var folder = new TemporaryFolder();
        string path = folder["deep/log.jsonl"];
        using (var sink = new JsonLinesSink(path))
        {
            sink.Write(-3, new Dictionary<string, double> { ["loss/π"] = Math.PI, ["a"] = double.NaN, ["b"] = double.NegativeInfinity, ["c"] = double.PositiveInfinity });
            sink.Write(7, new Dictionary<string, double> { ["tiny"] = double.Epsilon, ["whole"] = 1e20 });
            sink.Flush();
            JsonLinesLog.Read(path).Should().HaveCount(2, "a log can be read while it is written");
        }

        IReadOnlyList<MetricRecord> records = JsonLinesLog.Read(path);

        records.Select(record => record.Step).Should().Equal(-3, 7);
        records[0].Metrics.Should().Equal(new Dictionary<string, double> { ["loss/π"] = Math.PI, ["a"] = double.NaN, ["b"] = double.NegativeInfinity, ["c"] = double.PositiveInfinity });
        records[1].Metrics.Should().Equal(new Dictionary<string, double> { ["tiny"] = double.Epsilon, ["whole"] = 1e20 });
    }

    [Test]
    public void Open_TornLastLine_IsSkippedByReadersAndRemovedByTheNextSink()
    {
        using var folder = new TemporaryFolder();
        string path = folder["log.jsonl"];
        Append(path, 1, 2);
        File.AppendAllText(path, "{\"step\":3,\"v\":0.");

        JsonLinesLog.Read(path).Select(record => record.Step).Should().Equal(1, 2);
        Append(path, 4);

        JsonLinesLog.Read(path).Select(record => record.Step).Should().Equal(1, 2, 4);
        File.ReadAllText(path).Should().Be("{\"step\":1,\"v\":1}\n{\"step\":2,\"v\":2}\n{\"step\":4,\"v\":4}\n");
    }

    [Test]
    public void Write_RewindingToACheckpoint_ReplacesWhatCameAfter()
    {
        using var folder = new TemporaryFolder();
        string path = folder["log.jsonl"];
        Append(path, 10, 20, 20, 30);

        using (var sink = new JsonLinesSink(path, rewind: true))
        {
            JsonLinesLog.Read(path).Should().HaveCount(4, "nothing is removed before something is written");
            sink.Write(20, new Dictionary<string, double> { ["v"] = 5 });
            sink.Write(20, new Dictionary<string, double> { ["v"] = 6 });
        }

        using (var sink = new JsonLinesSink(path, rewind: true))
            sink.Write(40, new Dictionary<string, double>());

        JsonLinesLog.Read(path).Select(record => record.Step).Should().Equal(10, 20, 20, 40);
        JsonLinesLog.Read(path)[2].Metrics["v"].Should().Be(6);
    }

    [Test]
    public void Open_ForeignFile_IsNamedAndLeftAlone()
    {
        using var folder = new TemporaryFolder();
        string path = folder["log.jsonl"];
        File.WriteAllText(path, "{\"step\":1}\nhello\n");

        FluentActions.Invoking(() => new JsonLinesSink(path)).Should().Throw<InvalidDataException>().WithMessage($"Line 2 of '{path}'*");
        FluentActions.Invoking(() => JsonLinesLog.Read(path)).Should().Throw<InvalidDataException>().WithMessage("Line 2*");
        File.ReadAllText(path).Should().Be("{\"step\":1}\nhello\n");
    }

    [Test]
    public void Write_FigureNamedStep_IsRefusedAndNothingWritten()
    {
        using var folder = new TemporaryFolder();
        string path = folder["log.jsonl"];
        using (var sink = new JsonLinesSink(path))
        {
            sink.Invoking(s => s.Write(1, new Dictionary<string, double> { ["step"] = 1 })).Should().Throw<ArgumentException>().WithMessage("*'step'*");
            sink.Write(2, new Dictionary<string, double>());
        }

        File.ReadAllText(path).Should().Be("{\"step\":2}\n");
    }

    private static void Append(string path, params int[] steps)
    {
        using var sink = new JsonLinesSink(path);
        foreach (int step in steps)
            sink.Write(step, new Dictionary<string, double> { ["v"] = step });
    }
}
