namespace Benchmarks.Harness;

/// <summary>How thoroughly a suite measures.</summary>
/// <param name="Quick">Smaller and fewer cases.</param>
/// <param name="Rounds">Rounds per case; a figure is their median. Range: at least 1.</param>
/// <param name="CaseFilter">Only cases whose name contains this text; all when null.</param>
public sealed record BenchmarkSettings(bool Quick, int Rounds, string? CaseFilter = null)
{
    /// <summary>Whether a case of this name shall run.</summary>
    public bool Includes(string caseName) => CaseFilter is null || caseName.Contains(CaseFilter, StringComparison.OrdinalIgnoreCase);
}
