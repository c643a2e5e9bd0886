using System.Collections.Immutable;
using Layg.Calibration;
using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Layg.Emulators.CholeskyKnn;

/// <summary>What <see cref="CholeskyKnnEmulator"/> learnt. Immutable; an insertion returns another one that shares its memory.</summary>
internal sealed class FittedCholeskyKnn : IIncrementalEmulator, ICalibratedEmulator
{
    public required WhiteningTransform Whitening { get; init; }

    public required LocalPolynomial Local { get; init; }

    public required NeighbourIndex Index { get; init; }

    public required OutputTable Outputs { get; init; }

    /// <summary>The function's outputs; one further column of <see cref="Outputs"/> is the functional of them, where there is one.</summary>
    public required int OutputDimension { get; init; }

    public required DomainGuard Guard { get; init; }

    public required ErrorEstimator Errors { get; init; }

    public required OutputFunctional? Functional { get; init; }

    /// <summary>For each point that was repeated, by its index: how many values its output is the mean of.</summary>
    public required ImmutableDictionary<int, int> Counts { get; init; }

    public double DecisionLevel => Errors.Level;

    public double ErrorScale(double level) => Errors.Scale(level);

    public double Predict(ReadOnlySpan<double> x, Span<double> y)
    {
        RequireLength(x, Whitening.InputDimension, nameof(x));
        RequireLength(y, OutputDimension, nameof(y));
        Scratch scratch = Scratch.OfThisThread;
        Span<double> query = scratch.Query(Whitening.Rank);
        if (!Whitening.TryApply(x, query) || !Guard.InBox(query))
            return Refuse(y);

        Span<int> neighbours = scratch.Indices(Local.Neighbours);
        Span<double> distances = scratch.Distances(Local.Neighbours);
        Index.Nearest(query, neighbours, distances);
        double sum = 0;
        foreach (double distance in distances)
            sum += distance;
        if (!(sum <= Guard.MaximumDistance * distances.Length))
            return Refuse(y);

        Span<double> values = scratch.Values(Outputs.Width);
        LocalEstimate estimate = Local.Evaluate(Index, Outputs, query, neighbours, distances, scratch, values);
        double bar = Errors.Bar(estimate);
        values[..y.Length].CopyTo(y);
        foreach (double value in y)
        {
            if (!double.IsFinite(value))
                return double.PositiveInfinity;
        }

        return double.IsNaN(bar) ? double.PositiveInfinity : bar;
    }

    public IIncrementalEmulator Insert(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireFinite(x, Whitening.InputDimension, nameof(x));
        RequireFinite(y, OutputDimension, nameof(y));
        var point = new double[Whitening.Rank];

        // A point off the hyperplane of the others has no place in their coordinates; the next fit takes it in.
        if (!Whitening.TryApply(x, point))
            return this;

        int known = Find(point);
        if (known >= 0)
            return Repeat(known, y);
        return With(Index.Insert(point), Outputs.Append(Row(y)), Guard.Extend(point), Counts);
    }

    private static double Refuse(Span<double> y)
    {
        y.Fill(double.NaN);
        return double.PositiveInfinity;
    }

    /// <summary>Averages another value of a known point into it; the same value changes its weight alone.</summary>
    private FittedCholeskyKnn Repeat(int known, ReadOnlySpan<double> y)
    {
        double[] mean = Outputs.Row(known)[..OutputDimension].ToArray();
        int count = Counts.GetValueOrDefault(known, 1);
        ImmutableDictionary<int, int> counts = Counts.SetItem(known, count + 1);
        if (y.SequenceEqual(mean))
            return With(Index, Outputs, Guard, counts);
        for (int c = 0; c < mean.Length; c++)
            mean[c] += (y[c] - mean[c]) / (count + 1);
        return With(Index, Outputs.Replace(known, Row(mean)), Guard, counts);
    }

    private int Find(ReadOnlySpan<double> point)
    {
        Span<int> nearest = stackalloc int[1];
        Span<double> distance = stackalloc double[1];
        Index.Nearest(point, nearest, distance);
        return distance[0] == 0 ? nearest[0] : -1;
    }

    private double[] Row(ReadOnlySpan<double> y)
    {
        if (Functional is null)
            return y.ToArray();
        double scalar = Functional(y);
        if (!double.IsFinite(scalar))
            throw new ArgumentException($"The error functional is {scalar} at the inserted value; it must be finite.", nameof(y));
        return [.. y, scalar];
    }

    private FittedCholeskyKnn With(NeighbourIndex index, OutputTable outputs, DomainGuard guard, ImmutableDictionary<int, int> counts) => new()
    {
        Whitening = Whitening,
        Local = Local,
        Index = index,
        Outputs = outputs,
        OutputDimension = OutputDimension,
        Guard = guard,
        Errors = Errors,
        Functional = Functional,
        Counts = counts,
    };

    private static void RequireLength(ReadOnlySpan<double> vector, int length, string name)
    {
        if (vector.Length != length)
            throw new ArgumentException($"{name} has {vector.Length} numbers; the emulator was fitted with {length}.", name);
    }

    private static void RequireFinite(ReadOnlySpan<double> vector, int length, string name)
    {
        RequireLength(vector, length, name);
        for (int i = 0; i < vector.Length; i++)
        {
            if (!double.IsFinite(vector[i]))
                throw new ArgumentException($"Component {i} of {name} is {vector[i]}; every number must be finite.", name);
        }
    }
}
