namespace L2L;

/// <summary>A bounded space as the unit cube.</summary>
internal sealed class UnitCube
{
    private readonly double[] _lower;
    private readonly double[] _range;

    public UnitCube(ParameterSpace space, string optimizer)
    {
        if (!space.IsBounded)
        {
            int at = 0;
            while (double.IsFinite(space.Lower[at]) && double.IsFinite(space.Upper[at]))
                at++;
            string name = space.Parameters.Last(p => space.OffsetOf(Array.IndexOf([.. space.Parameters], p)) <= at).Name;
            throw new ArgumentException($"{optimizer} needs bounds for every parameter; '{name}' has none.", nameof(space));
        }

        _lower = space.Lower.ToArray();
        _range = [.. _lower.Select((low, i) => Upper(space, i) - low)];
    }

    public int Dimension => _lower.Length;

    public double[] FromUnit(double[] unit)
    {
        var point = new double[unit.Length];
        for (int i = 0; i < point.Length; i++)
            point[i] = _lower[i] + _range[i] * unit[i];
        return point;
    }

    public double[] ToUnit(double[] point)
    {
        var unit = new double[point.Length];
        for (int i = 0; i < unit.Length; i++)
            unit[i] = _range[i] > 0 ? (point[i] - _lower[i]) / _range[i] : 0;
        return unit;
    }

    private static double Upper(ParameterSpace space, int i) => space.Upper[i];
}
