namespace L2L;

/// <summary>How one parameter lies in a vector.</summary>
/// <param name="Name">The full dotted name.</param>
/// <param name="IsSequence">Whether it is a vector; a single number otherwise.</param>
/// <param name="Length">How many numbers it takes; 1 for a single number.</param>
public readonly record struct ParameterShape(string Name, bool IsSequence, int Length);
