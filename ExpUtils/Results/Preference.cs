namespace ExpUtils;

/// <summary>Which of two scores is the better one.</summary>
public enum Preference
{
    /// <summary>The smaller one, as with errors and losses.</summary>
    Smaller,

    /// <summary>The larger one, as with returns.</summary>
    Larger,
}
