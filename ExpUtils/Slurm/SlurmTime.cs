using SharedSource.Slurm;

namespace ExpUtils.Slurm;

/// <summary>How long a job may run, as Slurm writes it.</summary>
public readonly record struct SlurmTime
{
    private readonly string _text;

    private SlurmTime(string text, TimeSpan duration)
    {
        _text = text;
        Duration = duration;
    }

    /// <summary>The time.</summary>
    public TimeSpan Duration { get; }

    /// <summary>A second less than some hours, <c>2:59:59</c> for 3, which gets a job into the queue for jobs of less than that.</summary>
    /// <param name="hours">Range: at least 1.</param>
    public static SlurmTime Hours(int hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        return From(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
    }

    /// <summary>A time, rounded up to seconds.</summary>
    /// <param name="duration">Range: above zero.</param>
    public static SlurmTime From(TimeSpan duration) => new(SlurmDuration.Format(duration), duration);

    /// <summary>Reads <c>h:m:s</c>, <c>d-h</c>, <c>d-h:m</c> or <c>d-h:m:s</c>; shorter forms, which Slurm takes for minutes, are refused.</summary>
    /// <param name="text">The text; it is kept as it is.</param>
    /// <exception cref="FormatException">It is of another form, or zero.</exception>
    public static SlurmTime Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SlurmDuration.TryParse(text, out TimeSpan duration)
            ? new SlurmTime(text, duration)
            : throw new FormatException($"The time is '{text}'; it must be above zero and of the form hours:minutes:seconds, days-hours or days-hours:minutes:seconds, as 2:59:00.");
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? "0:00:00";
}
