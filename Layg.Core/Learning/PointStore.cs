using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Layg;

/// <summary>
/// The points that a learner knows, in the order it learnt them. Look-ups need no lock; the learner serialises everything else.
/// </summary>
internal sealed class PointStore
{
    private readonly List<KnownPoint> _points = [];
    private readonly ConcurrentDictionary<double[], KnownPoint>? _byInput;
    private readonly ConcurrentDictionary<double[], KnownPoint>.AlternateLookup<ReadOnlySpan<double>> _lookup;

    public PointStore(bool rememberInputs)
    {
        if (!rememberInputs)
            return;
        _byInput = new ConcurrentDictionary<double[], KnownPoint>(PointComparer.Instance);
        _lookup = _byInput.GetAlternateLookup<ReadOnlySpan<double>>();
    }

    public int Count => _points.Count;

    /// <summary>Points whose input came again with another value.</summary>
    public int NoisyPoints { get; private set; }

    public KnownPoint this[int index] => _points[index];

    public bool TryFind(ReadOnlySpan<double> x, [NotNullWhen(true)] out KnownPoint? known)
    {
        if (_byInput is not null)
            return _lookup.TryGetValue(x, out known);
        known = null;
        return false;
    }

    /// <summary>Adds a point, or averages its value into that of the same input.</summary>
    public StoreOutcome Add(double[] x, double[] y, int evaluations = 1)
    {
        if (TryFind(x, out KnownPoint? known))
        {
            if (known.Y.AsSpan().SequenceEqual(y))
                return StoreOutcome.Repeated;
            if (known.Evaluations == 1)
                NoisyPoints++;
            known.Average(y);
            return StoreOutcome.Averaged;
        }

        var point = new KnownPoint(x, y, evaluations);
        _points.Add(point);
        if (evaluations > 1)
            NoisyPoints++;
        _byInput?.TryAdd(x, point);
        return StoreOutcome.Added;
    }

    /// <summary>Copies the first points into a training set.</summary>
    public TrainingSet ToTrainingSet(int count, int inputDimension, int outputDimension)
    {
        var inputs = new double[count * inputDimension];
        var outputs = new double[count * outputDimension];
        for (int i = 0; i < count; i++)
        {
            _points[i].X.CopyTo(inputs, i * inputDimension);
            _points[i].Y.CopyTo(outputs, i * outputDimension);
        }

        return new TrainingSet(inputs, outputs, inputDimension, outputDimension);
    }

    /// <summary>How many evaluations each point's value is the mean of.</summary>
    public int[] Evaluations() => [.. _points.Select(point => point.Evaluations)];
}
