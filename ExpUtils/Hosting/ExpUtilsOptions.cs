namespace ExpUtils;

/// <summary>How a host works with experiments.</summary>
public sealed class ExpUtilsOptions
{
    /// <summary>How experiment files are read.</summary>
    /// <value>The default reads them with the documented order, and looks for <c>config.json</c>.</value>
    public ExperimentOptions Experiments { get; set; } = new();

    /// <summary>The folder from which <c>config.json</c> is looked for, upwards; null for the current one.</summary>
    public string? Root { get; set; }

    /// <summary>The name of the store that results go to where none is asked for.</summary>
    /// <value>The default is <c>sqlite</c>.</value>
    public string Store { get; set; } = "sqlite";
}
