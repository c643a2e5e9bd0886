namespace ExpUtils;

/// <summary>A store that could not be read or written: locked, damaged, read-only, on a full disk. What was acknowledged before is not touched.</summary>
public sealed class ResultStoreException : ExpUtilsException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">Its cause, if there is one.</param>
    public ResultStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
