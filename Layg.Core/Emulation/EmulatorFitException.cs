namespace Layg;

/// <summary>The known points do not allow a fit (too few, all alike, …). The learner goes on with the true function.</summary>
public sealed class EmulatorFitException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which condition the points miss, with the numbers.</param>
    public EmulatorFitException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">Which condition the points miss, with the numbers.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public EmulatorFitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
