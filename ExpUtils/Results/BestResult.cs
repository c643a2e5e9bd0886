namespace ExpUtils;

/// <summary>The best of some results.</summary>
/// <typeparam name="TResult">The kind of result.</typeparam>
/// <param name="Result">The result.</param>
/// <param name="Score">Its score; NaN where no result has a number.</param>
/// <param name="Direction">How scores were compared: <c>smaller is better</c>, <c>larger is better</c> or <c>custom comparison</c>.</param>
public sealed record BestResult<TResult>(TResult Result, double Score, string Direction)
    where TResult : IResult;
