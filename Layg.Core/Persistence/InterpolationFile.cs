using Layg.Calibration;
using SharedSource;

namespace Layg;

/// <summary>
/// The stored form of an interpolation: knots, what each of them misses, and the error bar, in a <see cref="ChecksummedBlock"/>. The curves
/// are drawn anew; the same knots give the same curves, bit for bit.
/// </summary>
internal static class InterpolationFile
{
    /// <summary>A larger number of outputs in a file is damage.</summary>
    private const int LargestDimension = 1 << 20;

    private static readonly ChecksummedBlock Block = new("LAYGINTP"u8.ToArray(), 1, "interpolation emulator");

    public static void Write(FittedInterpolation fitted, Stream destination) => Block.Write(destination, writer =>
    {
        writer.Write((int)fitted.Form);
        writer.Write(fitted.DecisionLevel);
        writer.Write(fitted.DistancesTell);
        writer.Write(fitted.Bar.Floor);
        writer.Write(fitted.Bar.Factor);
        writer.Write(fitted.Bar.Exponent);
        writer.Write(fitted.Bar.Ratios.Length);
        writer.WriteDoubles(fitted.Bar.Ratios);
        writer.Write(fitted.Knots.Count);
        writer.Write(fitted.Knots.Columns.Length);
        writer.WriteDoubles(fitted.Knots.X);
        foreach (double[] column in fitted.Knots.Columns)
            writer.WriteDoubles(column);
        writer.WriteDoubles(fitted.Misses);
    });

    public static FittedInterpolation Read(Stream source) => Block.Read(source, reader =>
    {
        var form = (InterpolationForm)reader.ReadCount(0, (int)InterpolationForm.Linear, "form");
        double level = reader.ReadDouble();
        bool distancesTell = reader.ReadBoolean();
        double floor = reader.ReadDouble();
        double factor = reader.ReadDouble();
        double exponent = reader.ReadDouble();
        var bar = new ConformalErrorBar(floor, factor, exponent, reader.ReadDoubles(reader.ReadCount(1, int.MaxValue, "number of calibration points")));
        int count = reader.ReadCount(2, int.MaxValue, "number of knots");
        var columns = new double[reader.ReadCount(1, LargestDimension, "number of outputs")][];
        double[] x = reader.ReadDoubles(count);
        for (int i = 1; i < count; i++)
        {
            if (!(x[i] > x[i - 1]))
                throw new InvalidDataException("The stored interpolation emulator is damaged: its knots do not ascend.");
        }

        for (int c = 0; c < columns.Length; c++)
            columns[c] = reader.ReadDoubles(count);
        return new FittedInterpolation(new Knots(x, columns), reader.ReadDoubles(count), bar, level, distancesTell, form);
    });
}
