namespace Layg;

/// <summary>A point that some process evaluated and stored for the others.</summary>
/// <param name="Position">Its place in the store; later points have larger ones.</param>
/// <param name="X">The input.</param>
/// <param name="Y">The function's value there.</param>
public sealed record SharedPoint(long Position, double[] X, double[] Y);
