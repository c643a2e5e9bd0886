namespace L2L;

/// <summary>A folder holds another experiment, or one that is running.</summary>
public sealed class ExperimentConflictException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is in the folder, and what to do.</param>
    /// <param name="innerException">What it was noticed by; null where by comparison.</param>
    public ExperimentConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
