using SharedSource;

namespace Lagom.Rl;

/// <summary>The files of a training.</summary>
internal sealed class TrainingFolder(string path)
{
    public const string StatePart = "training.json";

    public string Checkpoint { get; } = Path.GetFullPath(Path.Combine(path, "checkpoint.zip"));

    public string Video { get; } = Path.GetFullPath(Path.Combine(path, "policy.gif"));

    public string Report { get; } = Path.GetFullPath(Path.Combine(path, "report.html"));

    private string Best { get; } = Path.GetFullPath(Path.Combine(path, "best.zip"));

    public void Create() => Directory.CreateDirectory(path);

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
}
