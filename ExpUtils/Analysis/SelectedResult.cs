namespace ExpUtils;

/// <summary>A configuration that may be the best one, with the probability that it is.</summary>
/// <typeparam name="TResult">The kind of result.</typeparam>
/// <param name="Result">Its result.</param>
/// <param name="Probability">The probability that it is selected: in which share of resamples of the runs it was the best.</param>
/// <param name="Score">The mean score of its runs, with an interval.</param>
public sealed record SelectedResult<TResult>(TResult Result, double Probability, ConfidenceInterval Score)
    where TResult : IResult;
