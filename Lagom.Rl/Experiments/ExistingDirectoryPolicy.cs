namespace Lagom.Rl;

/// <summary>What an experiment does where its folder exists and is not empty.</summary>
public enum ExistingDirectoryPolicy
{
    /// <summary>Throws; nothing is changed.</summary>
    Fail,

    /// <summary>Keeps finished jobs and runs what is missing or failed. The configurations must be the same; there may be more of them, and of seeds.</summary>
    Resume,

    /// <summary>Renames the folder to <c>old_NAME</c> (or <c>old_NAME_2</c>, …) and starts anew.</summary>
    Rename,

    /// <summary>Deletes the folder and starts anew. Only the folder of an experiment is ever deleted.</summary>
    Overwrite,
}
