namespace Layg;

/// <summary>One evaluation of the true function.</summary>
/// <param name="X">The point.</param>
/// <param name="Y">The value.</param>
public sealed record ExactEvaluation(ReadOnlyMemory<double> X, ReadOnlyMemory<double> Y);
