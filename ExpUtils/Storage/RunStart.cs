namespace ExpUtils;

/// <summary>What beginning a run does with measurements of an earlier, unfinished attempt.</summary>
public enum RunStart
{
    /// <summary>They are removed.</summary>
    Fresh,

    /// <summary>They stay, and further ones are added: for runs that go on from a checkpoint. A frame that is written again replaces the earlier value.</summary>
    Continue,

    /// <summary>They are removed, even where the run was completed.</summary>
    Replace,
}
