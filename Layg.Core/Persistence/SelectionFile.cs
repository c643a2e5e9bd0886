using SharedSource;

namespace Layg;

/// <summary>The stored form of a choice among emulators: all scores and the chosen fit, in a <see cref="ChecksummedBlock"/>.</summary>
internal static class SelectionFile
{
    /// <summary>More candidates in a file are damage.</summary>
    private const int MostCandidates = 1 << 16;

    private static readonly ChecksummedBlock Block = new("LAYGSELE"u8.ToArray(), 1, "selecting emulator");

    public static void Write(ISelectedEmulator selected, EmulatorCandidate chosen, Stream destination) => Block.Write(destination, writer =>
    {
        writer.Write(selected.Scores.Count);
        foreach (EmulatorScore score in selected.Scores)
        {
            writer.Write(score.Name);
            writer.WriteDoubles([score.Loss, score.RootMeanSquareError, score.Coverage, score.MeanError, score.Answered]);
            writer.Write(score.Duration.Ticks);
            writer.Write(score.Failure is not null);
            writer.Write(score.Failure ?? "");
        }

        StoredPart.Write(writer, chosen.Emulator, selected.Chosen);
    });

    /// <param name="source">What <see cref="Write"/> wrote.</param>
    /// <param name="candidates">The emulators, one of which was chosen.</param>
    /// <param name="context">Parallelism, logging and cancellation.</param>
    /// <exception cref="NotSupportedException">None of the candidates has the chosen one's name and kind.</exception>
    public static IFittedEmulator Read(Stream source, IReadOnlyList<EmulatorCandidate> candidates, FitContext context) => Block.Read(source, reader =>
    {
        var scores = new EmulatorScore[reader.ReadCount(1, MostCandidates, "number of candidates")];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = ReadScore(reader);
        EmulatorCandidate chosen = candidates.FirstOrDefault(candidate => candidate.Name.Equals(scores[0].Name, StringComparison.Ordinal))
            ?? throw new NotSupportedException($"The stored choice is the candidate '{scores[0].Name}', which is not among {string.Join(", ", candidates.Select(candidate => candidate.Name))}.");
        return SelectedEmulator.Of(scores, StoredPart.Read(reader, chosen.Emulator, context));
    });

    private static EmulatorScore ReadScore(BinaryReader reader)
    {
        string name = reader.ReadString();
        double[] numbers = reader.ReadDoubles(5);
        var duration = new TimeSpan(reader.ReadInt64());
        bool failed = reader.ReadBoolean();
        string failure = reader.ReadString();
        return new EmulatorScore(name, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], duration, failed ? failure : null);
    }
}
