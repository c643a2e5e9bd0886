namespace ExpUtils;

/// <summary>Parameters that do not fit the type they are bound to.</summary>
public sealed class ParameterBindingException : ExpUtilsException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What does not fit.</param>
    /// <param name="path">The dotted path of the parameter; empty where none is to blame.</param>
    /// <param name="innerException">What the reader said.</param>
    public ParameterBindingException(string message, string path, Exception? innerException = null)
        : base(message, innerException)
    {
        Path = path;
    }

    /// <summary>The dotted path of the parameter; empty where none is to blame.</summary>
    public string Path { get; }
}
