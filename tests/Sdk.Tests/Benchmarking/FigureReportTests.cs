using System.Text.Json;
using Benchmarks.Harness;

namespace Sdk.Tests.Benchmarking;

public sealed class FigureReportTests
{
    private static readonly BenchmarkSettings Settings = new(Quick: true, Rounds: 5);

    [Test]
    public void Write_EachKindOfCase_PrintsItsLine()
    {
        using var lines = new StringWriter { NewLine = "\n" };

        FigureReport.Write(new FakeSuite(), Settings, lines, jsonFile: null).Should().Be(3);

        lines.ToString().Should().Be("""
            fake/compared N=1e5 ours=2 us/call peer=3 us/call (other) ratio=1.5
            fake/alone ours=0.1235 ms peer=peer-missing (absent) ratio=none
            fake/bytes ours=0 B/call peer=none ratio=none

            """);
    }

    [Test]
    public void Write_WithFile_WritesJsonOfTheStatedForm()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "figures.json");

        FigureReport.Write(new FakeSuite(), Settings, TextWriter.Null, file);

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement[] figures = [.. json.RootElement.EnumerateArray()];
        foreach (JsonElement figure in figures)
        {
            figure.EnumerateObject().Select(property => property.Name)
                .Should().Equal("suite", "case", "unit", "ours", "peer", "peerName", "note", "ratio", "status");
        }

        figures.Select(figure => figure.GetProperty("status").GetString()).Should().Equal("ok", "peer-missing", "ok");
        figures[0].GetProperty("ratio").GetDouble().Should().Be(1.5);
        figures[1].GetProperty("peer").ValueKind.Should().Be(JsonValueKind.Null);
        figures[1].GetProperty("ratio").ValueKind.Should().Be(JsonValueKind.Null);
        figures[1].GetProperty("peerName").GetString().Should().Be("absent");
    }

    [Test]
    public void Write_WithCaseFilter_MeasuresOnlyThat()
    {
        using var lines = new StringWriter();

        FigureReport.Write(new FakeSuite(), Settings with { CaseFilter = "BYTES" }, lines, jsonFile: null).Should().Be(1);
    }

    [Test]
    public void PeerProcess_WithoutInterpreter_IsMissing()
    {
        using var peer = new PeerProcess("layg_peer.py", python: "/nonexistent/python3");

        peer.Invoking(p => p.Request("hello")).Should().Throw<PeerMissingException>().WithMessage("*/nonexistent/python3*");
    }

    [Test]
    public void PeerProcess_ThatEndsAtOnce_IsMissing()
    {
        using var peer = new PeerProcess("layg_peer.py", python: "/bin/true");

        peer.Invoking(p => p.Request("hello")).Should().Throw<PeerMissingException>().WithMessage("*without an answer*");
    }
}
