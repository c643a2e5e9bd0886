namespace ExpUtils;

/// <summary>Writes the measurements of one run. What a call wrote is safe once it has returned, whatever becomes of the process.</summary>
/// <remarks>Disposed without <see cref="Complete"/> or <see cref="Fail"/>, the run stays unfinished. Not for use from several threads at once.</remarks>
public interface IRunWriter : IMeasurementSink, IDisposable
{
    /// <summary>Ends the run as it should.</summary>
    /// <exception cref="ResultStoreException">The store failed, or the run was begun again meanwhile.</exception>
    void Complete();

    /// <summary>Ends the run with an error; what was measured stays.</summary>
    /// <param name="error">What happened, with the stack trace.</param>
    /// <exception cref="ResultStoreException">The store failed, or the run was begun again meanwhile.</exception>
    void Fail(string error);
}
