namespace L2L;

/// <summary>An individual has no valid fitness, and the failure policy does not allow that.</summary>
public sealed class EvaluationFailedException : Exception
{
    /// <summary>Says which individual failed.</summary>
    /// <param name="evaluation">The failed evaluation.</param>
    public EvaluationFailedException(Evaluation evaluation)
        : base(Text(evaluation ?? throw new ArgumentNullException(nameof(evaluation))), evaluation.Exception) => Evaluation = evaluation;

    /// <summary>The failed evaluation.</summary>
    public Evaluation Evaluation { get; }

    private static string Text(Evaluation evaluation) =>
        $"Individual {evaluation.Individual} failed ({evaluation.Status}, attempt {evaluation.Attempts}): {evaluation.Error ?? "no reason given"}. " +
        "Give the experiment a failure policy to go on without it.";
}
