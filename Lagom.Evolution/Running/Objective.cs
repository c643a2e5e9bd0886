namespace Lagom.Evolution;

/// <summary>A function to optimise. With a degree of parallelism above 1 it is called from several threads at once.</summary>
/// <param name="candidate">Where to evaluate it [dimension].</param>
/// <returns>Its value; a number that is not finite says that the evaluation failed.</returns>
public delegate double Objective(ReadOnlySpan<double> candidate);
