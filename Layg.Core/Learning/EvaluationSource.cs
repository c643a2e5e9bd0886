namespace Layg;

/// <summary>Where the value that a learner returned came from.</summary>
public enum EvaluationSource
{
    /// <summary>The true function was called for it.</summary>
    Exact = 0,

    /// <summary>The true function was called at this very input before; its value was looked up.</summary>
    Known = 1,

    /// <summary>The emulator predicted it, with a small enough error.</summary>
    Emulated = 2,
}
