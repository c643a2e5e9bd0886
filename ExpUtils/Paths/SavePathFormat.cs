namespace ExpUtils;

/// <summary>How values become parts of save paths.</summary>
public enum SavePathFormat
{
    /// <summary>
    /// Characters that some file system refuses, or takes for a separator (<c>/ \ : * ? " &lt; &gt; |</c>, control characters, the percent sign), are
    /// percent-escaped, and a part longer than 200 bytes is cut and ends in a hash. A value never makes a folder of its own.
    /// </summary>
    Portable,

    /// <summary>
    /// Values as they are, as PyExpUtils writes them: one with a slash makes folders. A part that is <c>.</c> or <c>..</c>, or holds a NUL, is still refused.
    /// </summary>
    Verbatim,
}
