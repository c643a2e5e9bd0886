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
        points.CopyTo(_points);
        for (int i = 0; i < count; i++)
            Waiting[i] = i;
    }

    public double[] Errors { get; }

    public Verdict[] Verdicts { get; }

    /// <summary>Indices of the points without an answer, in ascending order.</summary>
    public int[] Waiting { get; }

    public ReadOnlySpan<double> Point(int index) => _points.AsSpan(index * _inputDimension, _inputDimension);

    public Span<double> Value(int index) => _values.AsSpan(index * _outputDimension, _outputDimension);

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
    }
}
