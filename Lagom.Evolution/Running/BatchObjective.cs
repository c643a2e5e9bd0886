namespace Lagom.Evolution;

/// <summary>A function that evaluates a whole generation at once, on vector hardware or a cluster, say.</summary>
/// <param name="candidates">The candidates.</param>
/// <param name="values">Receives a value per candidate, in order; numbers that are not finite say that an evaluation failed.</param>
public delegate void BatchObjective(Population candidates, Span<double> values);
