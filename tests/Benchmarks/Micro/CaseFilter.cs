using BenchmarkDotNet.Filters;
using Benchmarks.Harness;

namespace Benchmarks.Micro;

/// <summary>Leaves out the benchmarks that were not asked for; a benchmark's category is its case's name.</summary>
internal sealed class CaseFilter(BenchmarkSettings settings) : IFilter
{
    public static string NameOf(BenchmarkDotNet.Running.BenchmarkCase benchmark) => benchmark.Descriptor.Categories[0];

    public bool Predicate(BenchmarkDotNet.Running.BenchmarkCase benchmarkCase) => settings.Includes(NameOf(benchmarkCase));
}
