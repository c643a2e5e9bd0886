namespace Layg;

/// <summary>What became of one prediction.</summary>
internal enum Verdict
{
    /// <summary>There was no emulator yet.</summary>
    NotAsked = 0,

    Accepted = 1,

    ErrorTooLarge = 2,

    OutsideDomain = 3,

    NotFinite = 4,

    /// <summary>The input was answered from memory.</summary>
    Known = 5,

    /// <summary>Accepted, but chosen to be compared with the true function.</summary>
    Audited = 6,
}
