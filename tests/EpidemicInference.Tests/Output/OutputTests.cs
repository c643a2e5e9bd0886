using System.Text.Json;
using EpidemicInference.Inference;
using EpidemicInference.Output;

namespace EpidemicInference.Tests.Output;

public sealed class OutputTests
{
    [Test]
    public void FiguresJson_CompleteRun_HasTheStatedShape()
    {
        JobResult result = FakeRuns.Complete();
        using JsonDocument json = JsonDocument.Parse(FiguresJson.Write(result));
        JsonElement root = json.RootElement;
        root.GetProperty("maxMeanShiftInSd").GetDouble().Should().Be(result.Comparison!.MaxMeanShiftInSd);
        root.GetProperty("emulated").GetProperty("emulatedCalls").GetInt64().Should().Be(result.Emulated!.EmulatedCalls);
        foreach (string name in new[] { "exact", "emulated" })
        {
            RunResult run = name == "exact" ? result.Exact! : result.Emulated!;
            JsonElement part = root.GetProperty(name);
            part.GetProperty("trueCalls").GetInt64().Should().Be(run.TrueCalls);
            part.GetProperty("seconds").GetDouble().Should().Be(run.Seconds);
            foreach (Quantity quantity in Quantity.Compared)
            {
                part.GetProperty("mean").GetProperty(quantity.Key).GetDouble().Should().Be(run[quantity].Mean);
                part.GetProperty("sd").GetProperty(quantity.Key).GetDouble().Should().Be(run[quantity].Sd);
            }
        }
    }

    [Test]
    public void FiguresJson_StoppedInTheFirstRun_HasNullForTheSecond()
    {
        JobResult result = FakeRuns.Complete() with { Emulated = null, Comparison = null, Audit = null, StoppedEarly = true };
        using JsonDocument json = JsonDocument.Parse(FiguresJson.Write(result));
        json.RootElement.GetProperty("emulated").ValueKind.Should().Be(JsonValueKind.Null);
        json.RootElement.GetProperty("stoppedEarly").GetBoolean().Should().BeTrue();
    }

    [Test]
    public void TextTable_PlainText_AlignsColumns()
    {
        string text = new TextTable("T", "name", "n").Add("a", "10").Add("long name", "7").ToPlainText();
        text.Should().Be("T\n  name        n\n  a          10\n  long name   7\n");
    }

    [Test]
    public void ResultText_Tables_KeepWallTimesApart()
    {
        JobResult result = FakeRuns.Complete();
        JobResult slower = result with { Exact = result.Exact! with { Seconds = 99 } };
        ResultText.Posterior(slower).ToPlainText().Should().Be(ResultText.Posterior(result).ToPlainText());
        ResultText.Calls(slower).ToPlainText().Should().Be(ResultText.Calls(result).ToPlainText());
        ResultText.Times(slower).ToPlainText().Should().Contain("99.00");
    }

    [Test]
    public void ReportPath_FolderOrFile_EndsInAnHtmlFile()
    {
        OutputFile.ReportPath("some/place", "x.html").Should().Be(Path.Combine("some/place", "x.html"));
        OutputFile.ReportPath("some/place/x.html", "y.html").Should().Be("some/place/x.html");
    }

    [Test]
    public void Problem_FolderThatIsAFile_IsNamed()
    {
        string file = Path.GetTempFileName();
        try
        {
            OutputFile.Problem(Path.Combine(file, "report.html")).Should().NotBeNull();
            OutputFile.Problem(file).Should().BeNull();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
