namespace L2L;

/// <summary>All points that were evaluated, in the unit cube, and their weighted fitness.</summary>
internal sealed class Observations
{
    public List<double[]> Points { get; private set; } = [];

    public List<double> Values { get; private set; } = [];

    public int Count => Points.Count;

    public void Add(double[] unit, double value)
    {
        Points.Add(unit);
        Values.Add(value);
    }

    public void Save(OptimizerState state)
    {
        state.Set("points", Points);
        state.Set("values", (ReadOnlySpan<double>)Values.ToArray());
    }

    public void Load(OptimizerState state)
    {
        Points = [.. state.GetRows("points")];
        Values = [.. state.GetArray("values", Points.Count)];
    }
}
