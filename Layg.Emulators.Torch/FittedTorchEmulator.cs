using System.Buffers;

namespace Layg.Emulators.Torch;

/// <summary>What <see cref="TorchEmulator"/> learnt. Immutable; any number of threads may use it.</summary>
/// <remarks>
/// The built-in network answers from managed memory, without torch and (up to 256 inputs) without allocation, and the same bit for bit one by one and in
/// batches. A network of your own answers through torch, whose products may round differently for one point and for many: expect agreement to
/// about 1e-12 of the outputs' spread in 64 bits and 1e-5 in 32 bits. Its tensors are freed when the garbage collector finds it unused.
/// </remarks>
public sealed class FittedTorchEmulator : ICalibratedEmulator
{
    private const int ChunkPoints = 1024;
    private const int LargestOnStack = 256;

    internal FittedTorchEmulator(
        InputTransform inputs, FittedNetwork network, AnchorSet anchors, Domain domain, ErrorBar errors, TrainingSummary training)
    {
        Inputs = inputs;
        Network = network;
        Anchors = anchors;
        Domain = domain;
        Errors = errors;
        Training = training;
    }

    /// <summary>Numbers per point.</summary>
    public int InputDimension => Inputs.InputDimension;

    /// <summary>Numbers per value.</summary>
    public int OutputDimension => Network.Outputs.Dimension;

    /// <inheritdoc/>
    public double DecisionLevel => Errors.Level;

    /// <summary>How the network was trained.</summary>
    public TrainingSummary Training { get; }

    internal InputTransform Inputs { get; }

    internal FittedNetwork Network { get; }

    internal AnchorSet Anchors { get; }

    internal Domain Domain { get; }

    internal ErrorBar Errors { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The level is out of range.</exception>
    public double ErrorScale(double level) => Errors.ScaleTo(level);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A length differs from what the emulator was fitted with.</exception>
    public double Predict(ReadOnlySpan<double> x, Span<double> y)
    {
        RequireLength(x.Length, InputDimension, nameof(x));
        RequireLength(y.Length, OutputDimension, nameof(y));
        Span<double> coordinates = Inputs.Rank <= LargestOnStack ? stackalloc double[Inputs.Rank] : new double[Inputs.Rank];
        if (!Inputs.TryApply(x, coordinates) || !Domain.InBox(coordinates))
            return Refuse(y);
        double distance = Anchors.MeanDistance(coordinates);
        if (!(distance <= Domain.LargestDistance))
            return Refuse(y);
        double spread = Network.Predict(coordinates, y);
        return Bar(spread, distance, y);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A length differs from what the emulator was fitted with.</exception>
    public void PredictBatch(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
    {
        RequireLength(points.Length, (long)errors.Length * InputDimension, nameof(points));
        RequireLength(values.Length, (long)errors.Length * OutputDimension, nameof(values));
        for (int start = 0; start < errors.Length; start += ChunkPoints)
        {
            int count = Math.Min(ChunkPoints, errors.Length - start);
            PredictChunk(
                points.Slice(start * InputDimension, count * InputDimension),
                values.Slice(start * OutputDimension, count * OutputDimension),
                errors.Slice(start, count));
        }
    }

    /// <summary>Computes the network alone, without error bars and without the guard.</summary>
    /// <param name="points">The points, row-major [count, input dimension].</param>
    /// <param name="values">Receives the values, row-major [count, output dimension]; NaN where a point is off the plane of the known points.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public void PredictValues(ReadOnlySpan<double> points, Span<double> values)
    {
        int count = values.Length / OutputDimension;
        RequireLength(points.Length, (long)count * InputDimension, nameof(points));
        RequireLength(values.Length, (long)count * OutputDimension, nameof(values));
        int rank = Inputs.Rank;
        var coordinates = new double[Math.Min(count, ChunkPoints) * rank];
        var offPlane = new bool[Math.Min(count, ChunkPoints)];
        for (int start = 0; start < count; start += ChunkPoints)
        {
            int length = Math.Min(ChunkPoints, count - start);
            Span<double> chunk = values.Slice(start * OutputDimension, length * OutputDimension);
            for (int i = 0; i < length; i++)
            {
                Span<double> row = coordinates.AsSpan(i * rank, rank);
                offPlane[i] = !Inputs.TryApply(points.Slice((start + i) * InputDimension, InputDimension), row);
                if (offPlane[i])
                    row.Clear();
            }

            Network.PredictValues(coordinates.AsSpan(0, length * rank), chunk, length);
            for (int i = 0; i < length; i++)
            {
                if (offPlane[i])
                    chunk.Slice(i * OutputDimension, OutputDimension).Fill(double.NaN);
            }
        }
    }

    private static double Refuse(Span<double> y)
    {
        y.Fill(double.NaN);
        return double.PositiveInfinity;
    }

    private static void RequireLength(long length, long needed, string name)
    {
        if (length != needed)
            throw new ArgumentException($"{name} has {length} numbers; {needed} are needed.", name);
    }

    private double Bar(double spread, double distance, Span<double> y)
    {
        foreach (double value in y)
        {
            if (!double.IsFinite(value))
                return double.PositiveInfinity;
        }

        double bar = Errors.Bar(spread, distance);
        return double.IsNaN(bar) ? double.PositiveInfinity : bar;
    }

    private void PredictChunk(ReadOnlySpan<double> points, Span<double> values, Span<double> errors)
    {
        int rank = Inputs.Rank;
        double[] rented = ArrayPool<double>.Shared.Rent(errors.Length * (rank + 1));
        try
        {
            PredictChunk(points, values, errors, rented.AsSpan(0, errors.Length * rank), rented.AsSpan(errors.Length * rank, errors.Length));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private void PredictChunk(
        ReadOnlySpan<double> points, Span<double> values, Span<double> errors, Span<double> coordinates, Span<double> distances)
    {
        int rank = Inputs.Rank;
        for (int i = 0; i < errors.Length; i++)
        {
            Span<double> row = coordinates.Slice(i * rank, rank);
            bool known = Inputs.TryApply(points.Slice(i * InputDimension, InputDimension), row) && Domain.InBox(row);
            distances[i] = known ? Anchors.MeanDistance(row) : double.PositiveInfinity;
            if (!known)
                row.Clear();
        }

        Network.PredictBatch(coordinates, values, errors);
        for (int i = 0; i < errors.Length; i++)
        {
            Span<double> value = values.Slice(i * OutputDimension, OutputDimension);
            errors[i] = distances[i] <= Domain.LargestDistance && double.IsFinite(distances[i])
                ? Bar(errors[i], distances[i], value)
                : Refuse(value);
        }
    }
}
