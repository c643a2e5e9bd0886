namespace ExpUtils;

/// <summary>The results that have one value of a parameter.</summary>
/// <typeparam name="TResult">The kind of result.</typeparam>
/// <param name="Value">The value; null for the results that lack the parameter.</param>
/// <param name="Results">The results, in the order they came in.</param>
public sealed record ParameterGroup<TResult>(ParameterValue? Value, IReadOnlyList<TResult> Results)
    where TResult : IResult;
