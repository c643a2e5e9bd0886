namespace ExpUtils;

/// <summary>In which order the combinations of a sweep are numbered. Parameters are sorted by their paths; the order in the file does not matter.</summary>
public enum PermutationOrder
{
    /// <summary>The last path changes fastest, as PyExpUtils documents it.</summary>
    LastPathFastest,

    /// <summary>The first path changes fastest, as PyExpUtils from 2.1 on does it.</summary>
    FirstPathFastest,
}
