using System.Text.RegularExpressions;
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
        Regex.Matches(page, "<svg").Should().HaveCount(4);
        Regex.Matches(page, "<b>Figure [1-4]\\.</b>").Should().HaveCount(4);
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
        foreach (Match svg in Regex.Matches(page, "<svg.*?</svg>", RegexOptions.Singleline))
            ((Action)(() => XElement.Parse(svg.Value))).Should().NotThrow();
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
}
