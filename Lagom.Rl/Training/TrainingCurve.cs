namespace Lagom.Rl;

/// <summary>Moments of a training for its report: all of them at first, and of a long one every second, fourth and so on.</summary>
internal sealed class TrainingCurve
{
    private const int Most = 1000;

    private List<CurvePoint> _points = [];

    public IReadOnlyList<CurvePoint> Points => _points;

    public int Stride { get; private set; } = 1;

    public long Count { get; private set; }

    public void Add(CurvePoint point)
    {
        if (Count++ % Stride != 0)
            return;
        _points.Add(point);
        if (_points.Count < Most)
            return;
        _points = [.. _points.Where((_, i) => i % 2 == 0)];
        Stride *= 2;
    }

    public void Load(TrainingState state)
    {
        _points = [.. state.Curve];
        (Stride, Count) = (state.CurveStride, state.CurveCount);
    }
}
