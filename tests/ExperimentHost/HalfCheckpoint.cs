using Lagom.Rl;

namespace ExperimentHost;

/// <summary>Saves a checkpoint, says so when half of it is written, and then waits for a line that never comes: it is there to be killed.</summary>
internal static class HalfCheckpoint
{
    public static void Write(string path) => CheckpointWriter.Write(path, writer => writer.AddBinary("raw.bin", stream =>
    {
        stream.Write(new byte[200_000]);
        stream.Flush();
        Console.WriteLine("half");
        Console.ReadLine();
    }));
}
