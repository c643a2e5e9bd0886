namespace Benchmarks.Harness;

/// <summary>A named set of figures that are measured together.</summary>
public interface IBenchmarkSuite
{
    /// <summary>The name that the command line takes.</summary>
    string Name { get; }

    /// <summary>One sentence: what is measured, against what.</summary>
    string Description { get; }

    /// <summary>Measures, figure after figure, as they are asked for.</summary>
    /// <param name="settings">How thoroughly, and which cases.</param>
    IEnumerable<Figure> Run(BenchmarkSettings settings);
}
