namespace ExpUtils;

/// <summary>How well one value of a parameter can do.</summary>
/// <typeparam name="TResult">The kind of result.</typeparam>
/// <param name="Value">The value; null for results without the parameter.</param>
/// <param name="Best">The best of the results with this value, over all other parameters.</param>
/// <param name="Score">The mean score of its runs, with an interval.</param>
public sealed record SensitivityPoint<TResult>(ParameterValue? Value, TResult Best, ConfidenceInterval Score)
    where TResult : IResult;
