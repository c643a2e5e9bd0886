namespace L2L;

/// <summary>One turn of the outer loop: the individuals, what came of them, and what the optimizer made of it.</summary>
/// <param name="Number">The generation's number, from 0.</param>
/// <param name="Evaluations">One evaluation for each individual, in the order of their indices, as the optimizer was told them.</param>
/// <param name="Details">What the optimizer noted: its figures by name.</param>
public sealed record Generation(int Number, IReadOnlyList<Evaluation> Evaluations, ParameterSet Details)
{
    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took, evaluation and optimizer.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The individuals.</summary>
    public IEnumerable<Individual> Individuals => Evaluations.Select(static e => e.Individual);
}
