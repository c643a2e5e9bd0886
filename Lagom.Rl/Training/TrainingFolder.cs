using SharedSource;

namespace Lagom.Rl;

/// <summary>The files of a training.</summary>
internal sealed class TrainingFolder(string path)
{
    public const string StatePart = "training.json";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Checkpoint => In("checkpoint.zip");

    public string Metrics => In("metrics.jsonl");

    public string Video => In("policy.gif");

    public string Report => In("report.html");

    private string Best => In("best.zip");

    /// <summary>Makes the folder, and deletes what runs that were killed there left half written: with a replay buffer much room.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path);
        foreach (string file in (string[])[Checkpoint, Best, Video, Report])
            AtomicFile.DeleteLeftovers(file);
    }

    public void Save(IAlgorithm algorithm, TrainingState state) => CheckpointWriter.Write(Checkpoint, writer =>
    {
        writer.AddJson(StatePart, state, TrainingJson.Default.TrainingState);
        algorithm.Save(writer);
    });

    public void KeepBest() => AtomicFile.Write(Best, stream =>
    {
        using FileStream checkpoint = File.OpenRead(Checkpoint);
        checkpoint.CopyTo(stream);
    });

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
