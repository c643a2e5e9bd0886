namespace ExpUtils;

/// <summary>A configuration that may be the best one.</summary>
/// <typeparam name="TResult">The kind of result.</typeparam>
/// <param name="Result">Its result.</param>
/// <param name="Probability">In which share of resamples it was the best.</param>
/// <param name="Score">The mean score of its runs, with an interval.</param>
public sealed record ParameterChoice<TResult>(TResult Result, double Probability, ConfidenceInterval Score)
    where TResult : IResult;
