namespace ExpUtils;

/// <summary>A parameter of a sweep with the values it takes.</summary>
public sealed class SweptParameter
{
    internal SweptParameter(string path, string name, ParameterValue[] values, object[] segments)
    {
        Path = path;
        Name = name;
        Values = values;
        Segments = segments;
    }

    /// <summary>The dotted path in the document, with the sweep key: <c>metaParameters.optimizer.alpha</c>, <c>metaParameters.layers.[0].units</c>.</summary>
    public string Path { get; }

    /// <summary>What configurations call the parameter: the path, without the sweep key where there is only one.</summary>
    public string Name { get; }

    /// <summary>The values, in the order of the file; at least one.</summary>
    public IReadOnlyList<ParameterValue> Values { get; }

    internal object[] Segments { get; }
}
