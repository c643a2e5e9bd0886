namespace Lagom.Evolution;

/// <summary>A function to optimise whose evaluation waits for something. With a degree of parallelism above 1 several run at once.</summary>
/// <param name="candidate">Where to evaluate it [dimension].</param>
/// <param name="cancellationToken">Cancelled when the search is, or another evaluation of the generation has thrown.</param>
/// <returns>Its value; a number that is not finite says that the evaluation failed.</returns>
public delegate ValueTask<double> AsyncObjective(ReadOnlyMemory<double> candidate, CancellationToken cancellationToken);
