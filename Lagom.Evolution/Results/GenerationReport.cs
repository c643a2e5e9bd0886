using System.Runtime.InteropServices;

namespace Lagom.Evolution;

/// <summary>A generation in figures, for progress displays and convergence plots. Values are in the caller's sense of better.</summary>
/// <param name="Iteration">The number of the generation, from 1.</param>
/// <param name="Evaluations">Evaluations made up to here.</param>
/// <param name="Best">The best value of the generation; NaN where all evaluations failed.</param>
/// <param name="Mean">The mean of the values that did not fail; NaN where all did.</param>
/// <param name="Worst">The worst value that did not fail; NaN where all did.</param>
/// <param name="BestSoFar">The best value of all generations; NaN where all evaluations failed.</param>
/// <param name="StepSize">The overall step size sigma.</param>
/// <param name="MinStd">The smallest standard deviation along a coordinate.</param>
/// <param name="MaxStd">The largest standard deviation along a coordinate.</param>
/// <param name="AxisRatio">The longest axis of the search distribution over its shortest.</param>
/// <param name="Failed">How many evaluations failed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GenerationReport(
    long Iteration,
    long Evaluations,
    double Best,
    double Mean,
    double Worst,
    double BestSoFar,
    double StepSize,
    double MinStd,
    double MaxStd,
    double AxisRatio,
    int Failed);
