using System.Runtime.CompilerServices;

namespace L2L;

/// <summary>Runs experiments that are recorded in folders and go on where they were ended.</summary>
public static class RecordedExperiment
{
    /// <summary>
    /// Runs an experiment in a folder. Where the folder holds the same experiment, ended before its time, it goes on and gives the same
    /// result as an undisturbed run; where that had come to its end, its result is returned at once.
    /// </summary>
    /// <param name="folder">The folder, one for each experiment; it is made where there is none.</param>
    /// <param name="optimizee">The inner loop.</param>
    /// <param name="optimizer">The outer loop, fresh.</param>
    /// <param name="options">How the experiment is run. Its state to go on from and its trajectory are those of the folder;
    /// parameters that are set in a given trajectory become those of the run: the optimizee's settings, say.</param>
    /// <param name="mode">What is done about a run that the folder holds already.</param>
    /// <param name="progress">Told how the run stands after each generation; nobody where null.</param>
    /// <param name="cancellationToken">Ends the run; it can be gone on with.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ExperimentConflictException">The folder holds another experiment, one that is running, or one (or none) against <paramref name="mode"/>.</exception>
    /// <exception cref="InvalidDataException">The folder's trajectory is damaged or of a newer version.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<ExperimentResult> RunAsync(
        string folder, IOptimizee optimizee, IOptimizer optimizer, ExperimentOptions? options = null, RecordingMode mode = RecordingMode.NewOrResume,
        IProgress<GenerationReport>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(optimizee);
        ArgumentNullException.ThrowIfNull(optimizer);
        options ??= new ExperimentOptions();
        if (options.Evaluator is { } evaluator)
            await evaluator.ServeIfAskedAsync(optimizee).ConfigureAwait(false);
        TrajectoryRecorder recorder = TrajectoryRecorder.Open(folder, mode);
        await using ConfiguredAsyncDisposable _ = recorder.ConfigureAwait(false);
        Trajectory trajectory = recorder.ResumeFrom is not null && options.KeepGenerations
            ? recorder.Trajectory
            : new Trajectory(options.Trajectory?.Name ?? optimizer.Name);
        if (options.Trajectory is { } given)
        {
            Copy(given.Parameters, trajectory.Parameters);
            Copy(given.DerivedParameters, trajectory.DerivedParameters);
        }

        options = options with
        {
            Recorders = [.. options.Recorders, recorder],
            ResumeFrom = recorder.ResumeFrom,
            Trajectory = trajectory,
        };
        return await new Experiment(optimizee, optimizer, options).RunAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    private static void Copy(TrajectoryGroup from, TrajectoryGroup to)
    {
        foreach ((string name, ParameterValue value) in from.All)
            to.Set(name, value);
    }
}
