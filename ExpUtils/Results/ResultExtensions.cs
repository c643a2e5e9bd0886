namespace ExpUtils;

/// <summary>Splits, slices and searches results. All is lazy, reads no results, and may be enumerated again; LINQ does the rest.</summary>
public static class ResultExtensions
{
    /// <summary>The result seen through a function of its curves. Views of views compose.</summary>
    /// <param name="result">The result.</param>
    /// <param name="change">Gives the curve to see.</param>
    public static ResultView Reducer(this IResult result, Func<double[], double[]> change)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(change);
        return new ResultView(result, change);
    }

    /// <summary>The result seen through a number that each curve comes to: a curve of one step.</summary>
    /// <param name="result">The result.</param>
    /// <param name="reduce">Gives the number.</param>
    public static ResultView Reducer(this IResult result, Func<double[], double> reduce)
    {
        ArgumentNullException.ThrowIfNull(reduce);
        return result.Reducer(curve => [reduce(curve)]);
    }

    /// <summary>Groups results by a parameter's value, in the order in which values appear.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="name">The parameter's dotted path.</param>
    /// <returns>A group per value; one with a null value for results without the parameter.</returns>
    public static IReadOnlyList<ParameterGroup<TResult>> SplitOverParameter<TResult>(this IEnumerable<TResult> results, string name)
        where TResult : IResult
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return [.. results.GroupBy(result => result.Parameters.GetValueOrDefault(name)).Select(group => new ParameterGroup<TResult>(group.Key, [.. group]))];
    }

    /// <summary>For each value of a parameter, the result that equals a given one in all other parameters.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="through">The given result.</param>
    /// <param name="name">The parameter's dotted path.</param>
    public static IReadOnlyList<ParameterSlice<TResult>> SliceOverParameter<TResult>(this IEnumerable<TResult> results, IResult through, string name)
        where TResult : class, IResult
    {
        ArgumentNullException.ThrowIfNull(through);
        return [.. results.SplitOverParameter(name).Select(group => new ParameterSlice<TResult>(
            group.Value, group.Results.FirstOrDefault(result => result.Parameters.EqualsExcept(through.Parameters, name))))];
    }

    /// <summary>The first result whose parameters equal those of another one.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="other">The other one.</param>
    /// <param name="ignore">Parameters that may differ; a name stands for all below it.</param>
    /// <returns>The result; null where there is none.</returns>
    public static TResult? Find<TResult>(this IEnumerable<TResult> results, IResult other, params IReadOnlyCollection<string> ignore)
        where TResult : class, IResult
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(other);
        return results.FirstOrDefault(result => result.Parameters.EqualsExcept(other.Parameters, ignore));
    }

    /// <summary>The results that have a value of a parameter, or lack the parameter.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="name">The parameter's dotted path.</param>
    /// <param name="value">The value.</param>
    public static IEnumerable<TResult> WhereParameterEquals<TResult>(this IEnumerable<TResult> results, string name, ParameterValue value)
        where TResult : IResult
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return results.Where(result => !result.Parameters.TryGetValue(name, out ParameterValue? own) || own.Equals(value));
    }

    /// <summary>The results that have all of some parameters' values, or lack those parameters.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="values">The values, by dotted path; <see cref="ParameterSet.Parse"/> makes them of a nested object too.</param>
    public static IEnumerable<TResult> WhereParametersEqual<TResult>(this IEnumerable<TResult> results, IReadOnlyDictionary<string, ParameterValue> values)
        where TResult : IResult
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(values);
        return results.Where(result => values.All(pair => !result.Parameters.TryGetValue(pair.Key, out ParameterValue? own) || own.Equals(pair.Value)));
    }

    /// <summary>The results whose parameter is at least a value, or is not there.</summary>
    /// <typeparam name="TResult">The kind of result.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="name">The parameter's dotted path.</param>
    /// <param name="value">The value.</param>
    public static IEnumerable<TResult> WhereParameterGreaterEq<TResult>(this IEnumerable<TResult> results, string name, ParameterValue value)
        where TResult : IResult
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return results.Where(result => !result.Parameters.TryGetValue(name, out ParameterValue? own) || own >= value);
    }
}
