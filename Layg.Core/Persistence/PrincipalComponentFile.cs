using SharedSource;

namespace Layg;

/// <summary>The stored form of a compressing emulator: directions, calibration and the inner fit, in a <see cref="ChecksummedBlock"/>.</summary>
internal static class PrincipalComponentFile
{
    /// <summary>A larger number of outputs in a file is damage.</summary>
    private const int LargestDimension = 1 << 24;

    private static readonly ChecksummedBlock Block = new("LAYGPCMP"u8.ToArray(), 1, "principal-component emulator");

    public static void Write(FittedPrincipalComponents fitted, IEmulator inner, Stream destination) => Block.Write(destination, writer =>
    {
        writer.Write(fitted.DecisionLevel);
        writer.Write(fitted.Lost);
        writer.Write(fitted.Ratios.Length);
        writer.WriteDoubles(fitted.Ratios);
        writer.Write(fitted.Components.Mean.Length);
        writer.Write(fitted.Components.Count);
        writer.WriteDoubles(fitted.Components.Mean);
        foreach (double[] direction in fitted.Components.Directions)
            writer.WriteDoubles(direction);
        StoredPart.Write(writer, inner, fitted.Inner);
    });

    public static FittedPrincipalComponents Read(Stream source, IEmulator inner, FitContext context) => Block.Read(source, reader =>
    {
        double level = reader.ReadDouble();
        double lost = reader.ReadDouble();
        double[] ratios = reader.ReadDoubles(reader.ReadCount(1, int.MaxValue, "number of calibration points"));
        int outputs = reader.ReadCount(1, LargestDimension, "number of outputs");
        var directions = new double[reader.ReadCount(1, outputs, "number of components")][];
        double[] mean = reader.ReadDoubles(outputs);
        for (int k = 0; k < directions.Length; k++)
            directions[k] = reader.ReadDoubles(outputs);
        var components = new PrincipalComponents(mean, directions);
        return new FittedPrincipalComponents(components, StoredPart.Read(reader, inner, context), lost).With(ratios, level);
    });
}
