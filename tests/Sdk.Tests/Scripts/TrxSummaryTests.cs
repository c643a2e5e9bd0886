using Sdk.Tests.Support;

namespace Sdk.Tests.Scripts;

/// <summary>How build/test adds up its last line.</summary>
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class TrxSummaryTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Summary_AllPassed_AddsUpAndSucceeds() =>
        Summarise(Trx("a", total: 5, passed: 5), Trx("b", total: 3, passed: 2)).Should().Be(new ProcessResult(0, "7 passed, 0 failed, 1 skipped\n", ""));

    [Test]
    public void Summary_OneFailed_Fails() =>
        Summarise(Trx("a", total: 5, passed: 5), Trx("b", total: 4, passed: 1, failed: 2)).Should().Be(new ProcessResult(1, "6 passed, 2 failed, 1 skipped\n", ""));

    [Test]
    public void Summary_ErrorsTimeoutsAndAborts_CountAsFailed() =>
        Summarise(_folder.Write("a.trx", """<Counters total="4" executed="4" passed="1" failed="0" error="1" timeout="1" aborted="1" />"""))
            .Output.Should().Be("1 passed, 3 failed, 0 skipped\n");

    [Test]
    public void Summary_BrokenProcess_CountsAsFailed() =>
        Summarise("--broken", "1", Trx("a", total: 5, passed: 5)).Should().Be(new ProcessResult(1, "5 passed, 1 failed, 0 skipped\n", ""));

    [Test]
    public void Summary_FileCutShort_Fails()
    {
        ProcessResult result = Summarise(_folder.Write("a.trx", "<TestRun><ResultSummary"));

        result.ExitCode.Should().Be(1);
        result.Output.Should().Be("0 passed, 1 failed, 0 skipped\n");
        result.Error.Should().Contain("a.trx");
    }

    [Test]
    public void Summary_NothingRan_Fails()
    {
        Summarise().ExitCode.Should().Be(1);
        Summarise(Trx("a", total: 2, passed: 0)).Should().Be(new ProcessResult(1, "0 passed, 0 failed, 2 skipped\n", "No test ran.\n"));
    }

    private static ProcessResult Summarise(params string[] arguments) => Script.Run("build/lib/trx-summary", arguments);

    private string Trx(string name, int total, int passed, int failed = 0) => _folder.Write(name + ".trx", $"""
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <ResultSummary outcome="Completed">
            <Counters total="{total}" executed="{passed + failed}" passed="{passed}" failed="{failed}" error="0" timeout="0" aborted="0" inconclusive="0" passedButRunAborted="0" notRunnable="0" notExecuted="0" />
          </ResultSummary>
        </TestRun>
        """);
}
