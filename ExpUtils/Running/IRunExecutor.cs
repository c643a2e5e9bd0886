namespace ExpUtils.Running;

/// <summary>Does the work of a run, in this process or elsewhere. Called from several threads at once.</summary>
public interface IRunExecutor
{
    /// <summary>Does the work of a run and stores its results; returns when they are stored.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Asks it to stop: the time is up, or the user or the cluster wants to end. What is not stored then is lost.</param>
    /// <exception cref="Exception">Whatever it throws counts as a failure of this run alone.</exception>
    ValueTask ExecuteAsync(RunContext run, CancellationToken cancellationToken);
}
