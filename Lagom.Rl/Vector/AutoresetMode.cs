namespace Lagom.Rl;

/// <summary>When an environment of a vector begins its next episode by itself.</summary>
public enum AutoresetMode
{
    /// <summary>In the step after its last one: that step ignores the action, is rewarded with 0 and gives the first observation.</summary>
    NextStep,

    /// <summary>In its last step itself, which gives the first observation of the next episode; the last one is the final observation.</summary>
    SameStep,

    /// <summary>Never: the caller resets the environments whose episode is over.</summary>
    Disabled,
}
