namespace Lagom.Rl;

/// <summary>Between which numbers a task draws its first state; each task says what they mean.</summary>
internal readonly record struct StartRange(double First, double Second);
