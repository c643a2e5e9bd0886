namespace Lagom.Rl;

/// <summary>What became of the jobs of an experiment.</summary>
/// <param name="Directory">The folder of the experiment, as a full path.</param>
/// <param name="Outcomes">The outcomes, in the order of the jobs.</param>
public sealed record ExperimentResult(string Directory, IReadOnlyList<JobOutcome> Outcomes)
{
    /// <summary>The outcomes of the jobs that ran to their end, in the order of the jobs.</summary>
    public IEnumerable<JobOutcome> Finished => Outcomes.Where(outcome => outcome.IsFinished);

    /// <summary>The outcomes of the jobs that failed, in the order of the jobs.</summary>
    public IEnumerable<JobOutcome> Failed => Outcomes.Where(outcome => !outcome.IsFinished);

    /// <summary>Throws where a job failed.</summary>
    /// <exception cref="ExperimentFailedException">At least one job failed; the message tells how many and why the first did.</exception>
    public void ThrowIfFailed()
    {
        if (Failed.Any())
            throw new ExperimentFailedException(this);
    }

    /// <summary>Reads the outcomes of an experiment from its folder; jobs that were not run yet are left out.</summary>
    /// <param name="directory">The folder of the experiment.</param>
    /// <exception cref="DirectoryNotFoundException">There is no experiment.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or of a later version; the message says which.</exception>
    public static ExperimentResult Load(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var folder = new ExperimentFolder(directory);
        ExperimentPlan plan = folder.ReadPlan();
        return new ExperimentResult(folder.Path, [.. plan.Jobs(folder.Path).Select(folder.ReadOutcome).OfType<JobOutcome>()]);
    }
}
