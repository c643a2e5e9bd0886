namespace Lagom.Rl;

/// <summary>What a trigger does when the total has passed several of its places at once.</summary>
public enum TriggerJumps
{
    /// <summary>It fires once. A check with 0 fires only where it is the first one.</summary>
    Once,

    /// <summary>As in lagom, each check makes up for one place, so the following checks fire too. A check with 0 always fires.</summary>
    CatchUp,
}
