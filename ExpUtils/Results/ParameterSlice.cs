namespace ExpUtils;

/// <summary>The result with one value of a parameter that otherwise equals a given one.</summary>
/// <typeparam name="TResult">The kind of result.</typeparam>
/// <param name="Value">The value; null for the results that lack the parameter.</param>
/// <param name="Result">The result; null where there is none.</param>
public sealed record ParameterSlice<TResult>(ParameterValue? Value, TResult? Result)
    where TResult : class, IResult;
