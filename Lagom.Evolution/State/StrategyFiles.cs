using SharedSource;

namespace Lagom.Evolution;

/// <summary>Saves strategies to files and reads them back.</summary>
public static class StrategyFiles
{
    /// <summary>Writes the state to a file: a reader, or a crash, sees the old content or the new one, never a part of it.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="path">The file to create or replace.</param>
    public static void SaveState(this IEvolutionStrategy strategy, string path)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        AtomicFile.Write(path, strategy.SaveState);
    }

    /// <summary>Reads the state back; the strategy must have been made with the same options.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is not a state of this strategy, or damaged. The strategy is then unchanged.</exception>
    public static void LoadState(this IEvolutionStrategy strategy, string path)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        using FileStream stream = File.OpenRead(path);
        strategy.LoadState(stream);
    }
}
