using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Benchmarks.Harness;

namespace Benchmarks.Micro;

/// <summary>Single operations, measured by BenchmarkDotNet with a short job in this process.</summary>
public sealed class MicroSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "micro";

    /// <inheritdoc />
    public string Description => "single draws of RandomStream, against System.Random (BenchmarkDotNet, short job)";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        Job job = Job.ShortRun.WithIterationCount(settings.Rounds).WithToolchain(InProcessEmitToolchain.Instance);
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddFilter(new CaseFilter(settings))
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "benchmarks-micro"));
        Summary summary = BenchmarkRunner.Run<RandomStreamBenchmarks>(config);

        foreach (var group in summary.Reports.GroupBy(report => CaseFilter.NameOf(report.BenchmarkCase), StringComparer.Ordinal))
        {
            BenchmarkReport ours = group.Single(report => !report.BenchmarkCase.Descriptor.Baseline);
            BenchmarkReport? peer = group.SingleOrDefault(report => report.BenchmarkCase.Descriptor.Baseline);
            yield return new Figure(Name, group.Key, "ns/draw", PerDraw(ours)!.Value, PerDraw(peer), peer is null ? null : "System.Random", FigureStatus.Ok);
        }
    }

    private static double? PerDraw(BenchmarkReport? report) => report?.ResultStatistics?.Median / RandomStreamBenchmarks.Draws;
}
