namespace SharedSource;

/// <summary>Checks the settings of emulators.</summary>
internal static class EmulatorOption
{
    /// <summary>Refuses a setting that is out of range, by a message that names it, its value and the range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public static void Require(bool holds, string name, object? value, string range)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException($"options.{name}", value, $"The option {name} is {value ?? "null"}; allowed: {range}.");
    }
}
