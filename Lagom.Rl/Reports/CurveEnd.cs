namespace Lagom.Rl;

/// <summary>Where the runs of a configuration ended: the average of each curve's last part, and its centre over the seeds.</summary>
internal sealed record CurveEnd(string Name, LearningCurve Curve, CurveBand Band, double Centre, double Low, double High, double Least, double Greatest)
{
    public static CurveEnd Of(string name, LearningCurve curve, IntervalOptions interval, double share)
    {
        double from = curve.X[^1] - share * (curve.X[^1] - curve.X[0]);
        int first = Math.Min(Array.FindIndex(curve.X, x => x >= from), curve.X.Length - 1);
        double[] ends = [.. curve.Y.Select(y => y[first..].Average())];
        CurveBand end = CurveBand.Of([curve.X[^1]], [.. ends.Select(value => new[] { value })], interval);
        return new CurveEnd(name, curve, curve.Band(interval), end.Centre[0], end.Low[0], end.High[0], ends.Min(), ends.Max());
    }
}
