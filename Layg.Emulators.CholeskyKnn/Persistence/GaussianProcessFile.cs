using Layg.Emulators.CholeskyKnn.Neighbours;
using SharedSource;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// The stored form of a Gaussian process: hyper-parameters, points and standardised values in a <see cref="ChecksummedBlock"/>. Factors
/// are computed anew; every entry is the same sum in the same order, so a loaded process predicts bit for bit the same.
/// </summary>
internal static class GaussianProcessFile
{
    private const int LargestDimension = 1 << 20;

    private static readonly ChecksummedBlock Block = new("LAYGGPRO"u8.ToArray(), 1, "Gaussian-process emulator");

    public static void Write(ProcessState state, bool incremental, Stream destination) => Block.Write(destination, writer =>
    {
        WhiteningTransform whitening = state.Domain.Whitening;
        DomainGuard guard = state.Domain.Guard;
        writer.Write(incremental);
        writer.Write(state.Inputs.Mean.Length);
        writer.Write(whitening.Rank);
        writer.Write(state.Outputs.Mean.Length);
        writer.Write(state.Processes.Length);
        writer.Write(state.Domain.Index.Count);
        writer.Write(state.ExactPoints);
        writer.WriteDoubles(state.Inputs.Mean);
        writer.WriteDoubles(state.Inputs.Unit);
        writer.WriteDoubles(state.Outputs.Mean);
        writer.WriteDoubles(state.Outputs.Unit);
        writer.WriteDoubles(whitening.Mean);
        writer.WriteDoubles(whitening.Matrix);
        writer.WriteDoubles(whitening.Dropped);
        writer.WriteDoubles(whitening.Tolerances);
        writer.WriteDoubles(guard.Low);
        writer.WriteDoubles(guard.High);
        writer.Write(guard.Margin);
        writer.Write(guard.MaximumDistance);
        new ConformalEstimator(state.Bar, state.Level).Write(writer);
        for (int i = 0; i < state.Domain.Index.Count; i++)
            writer.WriteDoubles(state.Domain.Index.Point(i));
        foreach (Process process in state.Processes)
            WriteProcess(writer, process);
    });

    public static (ProcessState State, bool Incremental) Read(Stream source, CancellationToken cancellationToken) =>
        Block.Read(source, reader => Parse(reader, cancellationToken));

    private static void WriteProcess(BinaryWriter writer, Process process)
    {
        writer.Write(process.Factor is null);
        writer.Write((int)process.Kernel);
        writer.Write(process.Neighbours);
        writer.Write(process.Outputs.Length);
        foreach (int output in process.Outputs)
            writer.Write(output);
        writer.WriteDoubles(process.Hyperparameters.LengthScales);
        writer.Write(process.Hyperparameters.Noise);
        writer.WriteDoubles(process.Hyperparameters.Signals);
        writer.Write(process.Hyperparameters.LogLikelihood);
        writer.WriteDoubles(process.Points.All);
        writer.WriteDoubles(process.Values.All);
    }

    private static (ProcessState State, bool Incremental) Parse(BinaryReader reader, CancellationToken cancellationToken)
    {
        bool incremental = reader.ReadBoolean();
        int dimension = reader.ReadCount(1, LargestDimension, "input dimension");
        int rank = reader.ReadCount(1, dimension, "rank");
        int outputDimension = reader.ReadCount(1, LargestDimension, "output dimension");
        int groups = reader.ReadCount(1, outputDimension, "number of processes");
        int count = reader.ReadCount(2, int.MaxValue, "number of points");
        int exactPoints = reader.ReadCount(0, int.MaxValue, "number of exact points");
        Standardisation inputs = new(reader.ReadDoubles(dimension), reader.ReadDoubles(dimension));
        Standardisation outputs = new(reader.ReadDoubles(outputDimension), reader.ReadDoubles(outputDimension));
        WhiteningTransform whitening = new(
            reader.ReadDoubles(dimension),
            reader.ReadDoubles((long)rank * dimension),
            reader.ReadDoubles((long)(dimension - rank) * dimension),
            reader.ReadDoubles(dimension - rank));
        DomainGuard guard = new(reader.ReadDoubles(rank), reader.ReadDoubles(rank), reader.ReadDouble(), reader.ReadDouble());
        if (ErrorEstimator.Read(reader) is not ConformalEstimator errors)
            throw new InvalidDataException("The stored Gaussian process has an error model of another kind.");
        NeighbourIndex index = NeighbourIndex.Build(reader.ReadDoubles((long)count * rank), rank);
        var processes = new Process[groups];
        for (int g = 0; g < groups; g++)
            processes[g] = ReadProcess(reader, dimension, outputDimension, count, cancellationToken);
        ProcessState state = new(inputs, outputs, processes, new ProcessDomain(whitening, index, guard), errors.Model, errors.Level, exactPoints);
        return (state, incremental);
    }

    private static Process ReadProcess(BinaryReader reader, int dimension, int outputDimension, int count, CancellationToken cancellationToken)
    {
        bool local = reader.ReadBoolean();
        var kernel = (CovarianceKernel)reader.ReadCount(0, (int)CovarianceKernel.SquaredExponential, "kernel");
        int neighbours = reader.ReadCount(1, int.MaxValue, "number of neighbours");
        var own = new int[reader.ReadCount(1, outputDimension, "number of outputs of a process")];
        for (int c = 0; c < own.Length; c++)
            own[c] = reader.ReadCount(0, outputDimension - 1, "output of a process");
        Hyperparameters found = new(reader.ReadDoubles(dimension), reader.ReadDouble(), reader.ReadDoubles(own.Length), reader.ReadDouble());
        double[] points = reader.ReadDoubles((long)count * dimension);
        double[] values = reader.ReadDoubles((long)count * own.Length);
        if (local)
            return ProcessBuilder.Local(kernel, Math.Min(neighbours, count), own, found, points, values);
        return ProcessBuilder.Exact(kernel, neighbours, own, found, points, values, solved: true, cancellationToken)
            ?? throw new InvalidDataException("The stored Gaussian process has a covariance that is not positive definite.");
    }
}
