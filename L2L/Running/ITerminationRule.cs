namespace L2L;

/// <summary>Ends a run between two generations. Rules keep nothing: a resumed run decides as an undisturbed one.</summary>
public interface ITerminationRule
{
    /// <summary>Whether the run is over.</summary>
    /// <param name="report">The run so far.</param>
    bool IsOver(GenerationReport report);
}
