using System.Runtime.InteropServices;

namespace EvolutionStrategies.Comparison;

/// <summary>One generation of a run, in what the report draws.</summary>
/// <param name="Evaluations">Evaluations made until then.</param>
/// <param name="Best">The best value so far.</param>
/// <param name="Mean">The mean value of the generation.</param>
/// <param name="Sigma">The step size.</param>
/// <param name="AxisRatio">The longest axis of the distribution over the shortest.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TracePoint(long Evaluations, double Best, double Mean, double Sigma, double AxisRatio);
