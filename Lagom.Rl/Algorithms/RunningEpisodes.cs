namespace Lagom.Rl;

/// <summary>Which environments a checkpoint's running episodes belong to.</summary>
internal static class RunningEpisodes
{
    /// <summary>What must be the same for running episodes to be loaded; null where they cannot be saved.</summary>
    public static string? KindOf(IEnvironmentBatch environments) =>
        environments is IResumable { CanSave: true } ? $"{environments.GetType()}, {environments.Autoreset}" : null;
}
