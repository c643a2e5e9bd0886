namespace Layg;

/// <summary>A function that writes its value into memory of the caller.</summary>
/// <param name="x">The point.</param>
/// <param name="y">Receives the value.</param>
public delegate void SpanFunction(ReadOnlySpan<double> x, Span<double> y);
