namespace Layg;

/// <summary>A function that is computed elsewhere: by a service, a queue or another process.</summary>
/// <param name="x">The point.</param>
/// <param name="cancellationToken">Ends the evaluation early.</param>
/// <returns>The value.</returns>
public delegate ValueTask<double[]> AsyncFunction(ReadOnlyMemory<double> x, CancellationToken cancellationToken);
