using System.Text.Json;

namespace Lagom.Rl.Tests;

public sealed class IterationLogTests
{
    private static readonly JsonElement Vectors = Golden.Read("lagom/utils.json");

    [Test]
    public void Dump_GoldenCases_Match()
    {
        IterationLog log = Three();
        foreach (JsonElement item in Vectors.Items("logger_dump"))
        {
            JsonElement arguments = item.GetProperty("args");
            bool hasIndex = arguments.TryGetProperty("index", out JsonElement index);
            var options = new DumpOptions
            {
                Keys = arguments.TryGetProperty("keys", out JsonElement keys) ? [.. keys.EnumerateArray().Select(key => key.GetString()!)] : null,
                Index = hasIndex && index.ValueKind == JsonValueKind.Number ? index.GetInt32() : null,
                Indices = hasIndex && index.ValueKind == JsonValueKind.Array ? [.. index.EnumerateArray().Select(each => each.GetInt32())] : null,
                Indent = arguments.TryGetProperty("indent", out JsonElement indent) ? indent.GetInt32() : 0,
                Border = arguments.TryGetProperty("border", out JsonElement border) ? border.GetString()! : "",
            };
            using var writer = new StringWriter();

            log.Dump(writer, options);

            writer.ToString().Should().Be(item.GetProperty("text").GetString(), arguments.ToString());
        }

        log.ToString().Should().Be(Vectors.GetProperty("logger_repr").GetString());
    }

    [Test]
    public void Title_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("title_case"))
            IterationLog.Title(item.GetProperty("key").GetString()!).Should().Be(item.GetProperty("out").GetString());
    }

    [Test]
    public void Dump_WrongKeyOrIndex_WritesNothing()
    {
        IterationLog log = Three();
        using var writer = new StringWriter();
        log.Invoking(l => l.Dump(writer, new DumpOptions { Keys = ["iteration", "loss"] })).Should().Throw<KeyNotFoundException>().WithMessage("*'loss'*train_loss*");
        log.Invoking(l => l.Dump(writer, new DumpOptions { Index = 3 })).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*3 values*");
        writer.ToString().Should().BeEmpty();
        log.Clear();
        log.Keys.Should().BeEmpty();
    }

    [Test]
    public void Dump_OtherValues_LookAsInPython()
    {
        var log = new IterationLog();
        log.Add("x", new object?[] { true, null, "it's", 1e-8, 2f, 1e15, double.NaN });
        using var writer = new StringWriter();
        log.Dump(writer);
        writer.ToString().Should().Be("\nX: [[True, None, \"it's\", 1e-08, 2.0, 1000000000000000.0, nan]]\n\n");
    }

    [Test]
    public void WriteTo_LastNumbers_ReachTheSink()
    {
        using var folder = new TemporaryFolder();
        IterationLog log = Three();
        log.Add("note", "text");
        log.Add("return", SummaryStatistics.Of([1, 3]));
        using (var sink = new JsonLinesSink(folder["log.jsonl"]))
            log.WriteTo(sink, 30);

        MetricRecord record = JsonLinesLog.Read(folder["log.jsonl"]).Single();
        record.Step.Should().Be(30);
        record.Metrics.Should().Equal(new Dictionary<string, double> { ["iteration"] = 3, ["train_loss"] = 0.09, ["return"] = 2 });
    }

    private static IterationLog Three()
    {
        var log = new IterationLog();
        foreach ((int iteration, double loss) in ((int, double)[])[(1, 0.12), (2, 0.11), (3, 0.09)])
        {
            log.Add("iteration", iteration);
            log.Add("train_loss", loss);
        }

        return log;
    }
}
