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
    /// <param name="x">The input.</param>
    /// <param name="y">The value.</param>
    /// <param name="evaluations">How many evaluations the value is the mean of.</param>
    /// <param name="isNoisy">Whether those gave different values.</param>
    public StoreOutcome Add(double[] x, double[] y, int evaluations = 1, bool isNoisy = false)
    {
        if (TryFind(x, out KnownPoint? known))
        {
            bool wasNoisy = known.IsNoisy;
            known.Average(y, evaluations, isNoisy);
            if (!known.IsNoisy)
                return StoreOutcome.Repeated;
            NoisyPoints += wasNoisy ? 0 : 1;
            return StoreOutcome.Averaged;
        }

        var point = new KnownPoint(x, y, evaluations, isNoisy);
        _points.Add(point);
        NoisyPoints += isNoisy ? 1 : 0;
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

    /// <summary>For each point 1 where its evaluations gave different values, else 0.</summary>
    public int[] NoiseFlags() => [.. _points.Select(point => point.IsNoisy ? 1 : 0)];
}
