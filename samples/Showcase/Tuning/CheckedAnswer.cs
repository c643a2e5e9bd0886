namespace Showcase.Tuning;

/// <summary>An emulated answer with the truth.</summary>
/// <param name="Answer">What the emulator said.</param>
/// <param name="Error">The error that it predicted.</param>
/// <param name="Exact">The exact value at the same seeds.</param>
internal sealed record CheckedAnswer(double Answer, double Error, double Exact);
