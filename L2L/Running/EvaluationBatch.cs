namespace L2L;

/// <summary>Simulations that may run at the same time: those of a generation that are not done yet, or a single one in steady state.</summary>
/// <param name="Optimizee">The optimizee. An evaluator that runs it elsewhere makes its own there.</param>
/// <param name="Requests">The simulations.</param>
public sealed record EvaluationBatch(IOptimizee Optimizee, IReadOnlyList<EvaluationRequest> Requests);
