namespace ExpUtils;

/// <summary>What a bootstrap estimates.</summary>
public enum BootstrapStatistic
{
    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The sum.</summary>
    Sum,
}
