namespace Layg;

/// <summary>Settings of <see cref="LearnerSharing"/>.</summary>
public sealed record SharingOptions
{
    /// <summary>
    /// Time between two looks for points of others; a look happens after an evaluation of the true function. Range: not negative; zero
    /// looks after every one. Default: 1 second.
    /// </summary>
    public TimeSpan ReadInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public void Validate()
    {
        if (ReadInterval < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException($"options.{nameof(ReadInterval)}", ReadInterval, $"The option {nameof(ReadInterval)} is {ReadInterval}; it must not be negative.");
    }
}
