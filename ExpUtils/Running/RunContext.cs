namespace ExpUtils.Running;

/// <summary>What one attempt at a run is given.</summary>
public sealed class RunContext
{
    internal RunContext(ExperimentDescription experiment, long index, int attempt, TextWriter log, string checkpointFolder)
    {
        Experiment = experiment;
        Permutation = experiment.GetPermutation(index);
        Attempt = attempt;
        Log = log;
        Checkpoint = new RunCheckpoint(checkpointFolder);
    }

    /// <summary>The experiment.</summary>
    public ExperimentDescription Experiment { get; }

    /// <summary>The combination of parameters, and the number of the repetition.</summary>
    public Permutation Permutation { get; }

    /// <summary>The run's index.</summary>
    public long Index => Permutation.Index;

    /// <summary>The number of the repetition, from 0; programs usually seed with it, so that configurations are compared on equal seeds.</summary>
    public long Run => Permutation.Run;

    /// <summary>The parameters.</summary>
    public ParameterSet Parameters => Permutation.Parameters;

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>The run's own log; thread-safe.</summary>
    public TextWriter Log { get; }

    /// <summary>What the run keeps of its own state, so that it goes on where it was after it was preempted, killed or has failed.</summary>
    public RunCheckpoint Checkpoint { get; }

    /// <summary>The folder of the run's results.</summary>
    /// <exception cref="ExpUtilsException">The save path cannot be made.</exception>
    public FileSystemContext SaveContext => Experiment.BuildSaveContext(Index);

    /// <summary>
    /// Begins the run's results, in a folder of its own that <see cref="RunResults.OpenResults"/> reads. Call <see cref="IRunWriter.Complete"/> at the end;
    /// without it, nothing is kept. Where the run goes on from a <see cref="Checkpoint"/>, the results have what was written before that was saved.
    /// </summary>
    /// <exception cref="ResultStoreException">The folder cannot be written, or the checkpoint cannot be read.</exception>
    public IRunWriter BeginResults()
    {
        FolderRunWriter writer = FolderResultStore.Of(Experiment).BeginRun(Parameters, Run, RunStart.Replace);
        Checkpoint.Follow(writer);
        return writer;
    }
}
