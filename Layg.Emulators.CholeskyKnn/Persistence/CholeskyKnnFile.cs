using System.Collections.Immutable;
using Layg.Calibration;
using Layg.Emulators.CholeskyKnn.Neighbours;
using SharedSource;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The stored form of a fitted emulator: points, outputs, whitening, guard and error model, in a <see cref="ChecksummedBlock"/>.
/// The neighbour index is built anew; it answers the same whatever its shape.
/// </summary>
internal static class CholeskyKnnFile
{
    /// <summary>A larger dimension in a file is damage.</summary>
    private const int LargestDimension = 1 << 20;

    private static readonly ChecksummedBlock Block = new("LAYGCKNN"u8.ToArray(), 1, "Cholesky k-nearest-neighbour emulator");

    public static void Write(FittedCholeskyKnn fitted, bool incremental, Stream destination) => Block.Write(destination, writer =>
    {
        WhiteningTransform whitening = fitted.Whitening;
        LocalPolynomial local = fitted.Local;
        writer.Write(incremental);
        writer.Write(fitted.Functional is not null);
        writer.Write(whitening.InputDimension);
        writer.Write(whitening.Rank);
        writer.Write(fitted.OutputDimension);
        writer.Write(local.Degree);
        writer.Write(local.Neighbours);
        writer.Write(local.Proxy is { } proxy ? (int)proxy : -1);
        writer.WriteDoubles(whitening.Mean);
        writer.WriteDoubles(whitening.Matrix);
        writer.WriteDoubles(whitening.Dropped);
        writer.WriteDoubles(whitening.Tolerances);
        writer.WriteDoubles(fitted.Guard.Low);
        writer.WriteDoubles(fitted.Guard.High);
        writer.Write(fitted.Guard.Margin);
        writer.Write(fitted.Guard.MaximumDistance);
        fitted.Errors.Write(writer);
        writer.Write(fitted.Index.Count);
        for (int i = 0; i < fitted.Index.Count; i++)
            writer.WriteDoubles(fitted.Index.Point(i));
        writer.WriteDoubles(fitted.Outputs.All);
        writer.Write(fitted.Counts.Count);
        foreach ((int point, int count) in fitted.Counts.OrderBy(pair => pair.Key))
        {
            writer.Write(point);
            writer.Write(count);
        }
    });

    public static (FittedCholeskyKnn Fitted, bool Incremental) Read(Stream source, OutputFunctional? functional) =>
        Block.Read(source, reader => Parse(reader, functional));

    private static (FittedCholeskyKnn Fitted, bool Incremental) Parse(BinaryReader reader, OutputFunctional? functional)
    {
        bool incremental = reader.ReadBoolean();
        bool hasFunctional = reader.ReadBoolean();
        if (hasFunctional && functional is null)
        {
            throw new InvalidDataException(
                $"The stored emulator measures errors by a functional of the output; set {nameof(CholeskyKnnOptions.ErrorFunctional)} before loading it.");
        }

        int dimension = reader.ReadCount(1, LargestDimension, "input dimension");
        int rank = reader.ReadCount(1, dimension, "rank");
        int outputDimension = reader.ReadCount(1, LargestDimension, "output dimension");
        int degree = reader.ReadCount(0, CholeskyKnnOptions.LargestDegree, "degree");
        int leastNeighbours = (int)Math.Min(MonomialTable.CountOf(rank, degree) + 1L, int.MaxValue);
        int neighbours = reader.ReadCount(leastNeighbours, int.MaxValue, "number of neighbours");
        int proxy = reader.ReadCount(-1, (int)RatioProxy.DegreeDifference, "ratio proxy");
        int targets = outputDimension + (hasFunctional ? 1 : 0);
        WhiteningTransform whitening = new(
            reader.ReadDoubles(dimension),
            reader.ReadDoubles((long)rank * dimension),
            reader.ReadDoubles((long)(dimension - rank) * dimension),
            reader.ReadDoubles(dimension - rank));
        DomainGuard guard = new(reader.ReadDoubles(rank), reader.ReadDoubles(rank), reader.ReadDouble(), reader.ReadDouble());
        ErrorEstimator errors = ErrorEstimator.Read(reader);
        int count = reader.ReadCount(neighbours, int.MaxValue, "number of points");
        NeighbourIndex index = NeighbourIndex.Build(reader.ReadDoubles((long)count * rank), rank);
        OutputTable outputs = OutputTable.Of(reader.ReadDoubles((long)count * targets), targets);
        FittedCholeskyKnn fitted = new()
        {
            Whitening = whitening,
            Local = new LocalPolynomial(
                rank, degree, neighbours, targets, hasFunctional ? outputDimension : 0, proxy < 0 ? null : (RatioProxy)proxy),
            Index = index,
            Outputs = outputs,
            OutputDimension = outputDimension,
            Guard = guard,
            Errors = errors,
            Functional = hasFunctional ? functional : null,
            Counts = ReadCounts(reader, count),
        };
        return (fitted, incremental);
    }

    private static ImmutableDictionary<int, int> ReadCounts(BinaryReader reader, int points)
    {
        int entries = reader.ReadCount(0, points, "number of repeated points");
        ImmutableDictionary<int, int>.Builder counts = ImmutableDictionary.CreateBuilder<int, int>();
        for (int i = 0; i < entries; i++)
            counts.Add(reader.ReadCount(0, points - 1, "index of a repeated point"), reader.ReadCount(2, int.MaxValue, "number of averaged values"));
        return counts.ToImmutable();
    }
}
