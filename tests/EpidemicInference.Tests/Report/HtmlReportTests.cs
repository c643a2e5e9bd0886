using System.Xml.Linq;
using EpidemicInference.Inference;
using EpidemicInference.Model;
using EpidemicInference.Report;

namespace EpidemicInference.Tests.Report;

public sealed class HtmlReportTests
{
    private static readonly SirModel Sir = new EpidemicModel().Sir;

    [Test]
    public void Write_CompleteRun_HasEveryFigureAndTable()
    {
        string page = HtmlReport.Write(FakeRuns.Complete(), Sir);
        foreach (string id in new[] { "predictive", "corner", "exact-share", "errors", "posterior", "cost" })
            page.Should().Contain($"id=\"{id}\"");
        Drawings(page).Should().HaveCount(4);
        page.Should().ContainAll("<b>Figure 1.</b>", "<b>Figure 2.</b>", "<b>Figure 3.</b>", "<b>Figure 4.</b>");
        page.Should().Contain("seed 5").And.Contain("8 walkers").And.Contain("400 steps");
    }

    [Test]
    public void Write_CompleteRun_LoadsNothing()
    {
        string page = HtmlReport.Write(FakeRuns.Complete(), Sir);
        page.Should().NotContainAny("http:", "https:", "//", "src=", "<link", "<script", "@import", "url(");
    }

    [Test]
    public void Write_CompleteRun_IsWellFormedWithNumbersOnly()
    {
        string page = HtmlReport.Write(FakeRuns.Complete(), Sir);
        foreach (string svg in Drawings(page))
            svg.Invoking(text => XElement.Parse(text)).Should().NotThrow();
        page.Should().NotContainAny("NaN", "Infinity", "∞");
    }

    [Test]
    public void Write_StoppedInTheFirstRun_ShowsWhatThereIs()
    {
        JobResult result = FakeRuns.Complete() with { Emulated = null, Comparison = null, Audit = null, StoppedEarly = true };
        string page = HtmlReport.Write(result, Sir);
        page.Should().Contain("stopped before it was complete").And.Contain("id=\"corner\"").And.NotContain("id=\"exact-share\"");
    }

    [Test]
    public void Write_StoppedAtOnce_HasNoFigures()
    {
        JobResult result = FakeRuns.Complete() with { Exact = null, Emulated = null, Comparison = null, Audit = null, StoppedEarly = true };
        HtmlReport.Write(result, Sir).Should().Contain("stopped before it was complete").And.NotContain("<svg");
    }

    private static string[] Drawings(string page)
    {
        const string end = "</svg>";
        return [.. page.Split("<svg").Skip(1).Select(part => "<svg" + part[..(part.IndexOf(end, StringComparison.Ordinal) + end.Length)])];
    }
}
