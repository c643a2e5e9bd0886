namespace ExpUtils;

/// <summary>What this package throws where an experiment, its results or its jobs are at fault; the kinds derive from it.</summary>
public class ExpUtilsException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">Its cause, if there is one.</param>
    public ExpUtilsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
