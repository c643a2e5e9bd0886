using SharedSource;

namespace Layg;

/// <summary>The stored form of an adaptive emulator: what comparisons have said, and the wrapped fit, in a <see cref="ChecksummedBlock"/>.</summary>
internal static class AdaptiveFile
{
    private static readonly ChecksummedBlock Block = new("LAYGADPT"u8.ToArray(), 1, "adaptive emulator");

    public static void Write(FittedAdaptiveEmulator fitted, IEmulator inner, Stream destination) => Block.Write(destination, writer =>
    {
        ErrorTracker tracker = fitted.Tracker;
        writer.WriteDoubles([tracker.Weight, tracker.Squares, tracker.Correction]);
        writer.Write(tracker.Comparisons);
        StoredPart.Write(writer, inner, fitted.Inner);
    });

    public static FittedAdaptiveEmulator Read(Stream source, IEmulator inner, AdaptiveErrorOptions options, FitContext context) => Block.Read(source, reader =>
    {
        double[] numbers = reader.ReadDoubles(3);
        var tracker = new ErrorTracker(numbers[0], numbers[1], numbers[2], reader.ReadInt64());
        if (!(tracker.Weight >= 1 && tracker.Squares >= 0 && double.IsFinite(tracker.Weight + tracker.Squares + tracker.Correction) && tracker.Comparisons >= 0))
            throw new InvalidDataException("The stored adaptive emulator has comparisons that cannot be.");
        return new FittedAdaptiveEmulator(StoredPart.Read(reader, inner, context), tracker, options, null);
    });
}
