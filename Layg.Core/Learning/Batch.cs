using System.Buffers;

namespace Layg;

/// <summary>The points of one <see cref="Learner.EvaluateBatch"/> call and what is known of them, in pooled memory.</summary>
internal sealed class Batch : IDisposable
{
    private readonly int _count;
    private readonly int _inputDimension;
    private readonly int _outputDimension;
    private readonly double[] _points;
    private readonly double[] _values;
    private readonly int[] _asked;
    private readonly double[] _askedPoints;
    private readonly double[] _askedValues;
    private ErrorAudit? _audit;

    public Batch(ReadOnlySpan<double> points, int count, int outputDimension)
    {
        _count = count;
        _inputDimension = points.Length / count;
        _outputDimension = outputDimension;
        _points = ArrayPool<double>.Shared.Rent(points.Length);
        _values = ArrayPool<double>.Shared.Rent(count * outputDimension);
        Errors = ArrayPool<double>.Shared.Rent(count);
        Verdicts = ArrayPool<Verdict>.Shared.Rent(count);
        Waiting = ArrayPool<int>.Shared.Rent(count);
        _asked = ArrayPool<int>.Shared.Rent(count);
        _askedPoints = ArrayPool<double>.Shared.Rent(points.Length);
        _askedValues = ArrayPool<double>.Shared.Rent(count * outputDimension);
        AskedErrors = ArrayPool<double>.Shared.Rent(count);
        points.CopyTo(_points);
        for (int i = 0; i < count; i++)
            Waiting[i] = i;
    }

    public double Inflation { get; private set; } = 1;

    public double[] Errors { get; }

    public Verdict[] Verdicts { get; }

    /// <summary>Indices of the points without an answer, in ascending order.</summary>
    public int[] Waiting { get; }

    /// <summary>Predicted errors of the points that the emulator was asked for.</summary>
    public double[] AskedErrors { get; }

    public ReadOnlySpan<double> Point(int index) => _points.AsSpan(index * _inputDimension, _inputDimension);

    public Span<double> Value(int index) => _values.AsSpan(index * _outputDimension, _outputDimension);

    /// <summary>The points that the emulator is asked for, row after row.</summary>
    public ReadOnlySpan<double> AskedPoints(int from, int count) => _askedPoints.AsSpan(from * _inputDimension, count * _inputDimension);

    /// <summary>Where the emulator writes their values.</summary>
    public Span<double> AskedValues(int from, int count) => _askedValues.AsSpan(from * _outputDimension, count * _outputDimension);

    /// <summary>Lists a point for the emulator.</summary>
    public void Ask(int index, int place)
    {
        _asked[place] = index;
        Point(index).CopyTo(_askedPoints.AsSpan(place * _inputDimension));
        Verdicts[index] = Verdict.NotAsked;
    }

    /// <summary>Sets the model that answers from now on.</summary>
    /// <param name="audit">Its audit.</param>
    /// <param name="inflation">What its errors are raised by in this round, whatever audits find meanwhile.</param>
    public void BeginRound(ErrorAudit audit, double inflation) => (_audit, Inflation) = (audit, inflation);

    /// <summary>Takes over what the emulator answered for a listed point, and what is thought of it.</summary>
    public void SetPrediction(int place, Prediction prediction)
    {
        int index = _asked[place];
        AskedValues(place, 1).CopyTo(Value(index));
        Errors[index] = prediction.Error;
        Verdicts[index] = prediction.Verdict;
    }

    /// <summary>What was thought of a point in this round.</summary>
    public Prediction PredictionOf(int index) => new(Verdicts[index], Errors[index], Inflation, _audit);

    public void SetKnown(int index, double[] y)
    {
        y.CopyTo(Value(index));
        Errors[index] = 0;
        Verdicts[index] = Verdict.Known;
    }

    public void SetExact(int index, double[] y)
    {
        if (y.Length != _outputDimension)
            throw new ArgumentException($"The space for values has {_outputDimension} components a value; the function returned {y.Length}.", "values");
        y.CopyTo(Value(index));
        Verdicts[index] = Verdict.NotAsked;
        Errors[index] = 0;
    }

    /// <summary>Keeps only the refused ones of the waiting points; returns how many there are.</summary>
    public int KeepRefused(int waiting)
    {
        int refused = 0;
        for (int i = 0; i < waiting; i++)
        {
            if (Verdicts[Waiting[i]] is not (Verdict.Accepted or Verdict.Known))
                Waiting[refused++] = Waiting[i];
        }

        return refused;
    }

    /// <summary>Removes the first waiting points; returns how many are left.</summary>
    public int DropFirst(int dropped, int waiting)
    {
        Array.Copy(Waiting, dropped, Waiting, 0, waiting - dropped);
        return waiting - dropped;
    }

    public void CopyTo(Span<double> values, Span<double> errors, Span<EvaluationSource> sources)
    {
        _values.AsSpan(0, _count * _outputDimension).CopyTo(values);
        if (!errors.IsEmpty)
            Errors.AsSpan(0, _count).CopyTo(errors);
        for (int i = 0; i < sources.Length; i++)
        {
            sources[i] = Verdicts[i] switch
            {
                Verdict.Accepted => EvaluationSource.Emulated,
                Verdict.Known => EvaluationSource.Known,
                _ => EvaluationSource.Exact,
            };
        }
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_points);
        ArrayPool<double>.Shared.Return(_values);
        ArrayPool<double>.Shared.Return(Errors);
        ArrayPool<Verdict>.Shared.Return(Verdicts);
        ArrayPool<int>.Shared.Return(Waiting);
        ArrayPool<int>.Shared.Return(_asked);
        ArrayPool<double>.Shared.Return(_askedPoints);
        ArrayPool<double>.Shared.Return(_askedValues);
        ArrayPool<double>.Shared.Return(AskedErrors);
    }
}
