namespace ExpUtils.Slurm;

/// <summary>What jobs cost where shares are counted in core-years.</summary>
public static class SlurmCost
{
    private const double MegabytesOfACore = 4096;
    private const double HoursOfAYear = 8760;

    /// <summary>The core-years of some jobs; a core with more than 4 GiB of memory counts as more than one.</summary>
    /// <param name="jobs">How many jobs. Range: at least 0.</param>
    /// <param name="coresPerJob">The cores of a job. Range: at least 0.</param>
    /// <param name="megabytesPerCore">The memory of a core in MiB. Range: at least 0.</param>
    /// <param name="hours">How long a job takes. Range: at least 0.</param>
    public static double CoreYears(double jobs, double coresPerJob, double megabytesPerCore, double hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(jobs);
        ArgumentOutOfRangeException.ThrowIfNegative(coresPerJob);
        ArgumentOutOfRangeException.ThrowIfNegative(megabytesPerCore);
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        return jobs * coresPerJob * Math.Max(megabytesPerCore / MegabytesOfACore, 1) * hours / HoursOfAYear;
    }
}
