using MathNet.Numerics.Interpolation;

namespace Layg;

/// <summary>One curve per output through the same knots.</summary>
internal static class Curves
{
    /// <summary>Knots that a curve needs; fewer are joined by straight lines.</summary>
    private const int LeastForAkima = 5;
    private const int LeastForCubic = 3;

    public static IInterpolation[] Through(double[] x, double[][] columns, InterpolationForm form) =>
        [.. columns.Select(y => Through(x, y, form))];

    private static IInterpolation Through(double[] x, double[] y, InterpolationForm form) => form switch
    {
        InterpolationForm.Cubic when x.Length >= LeastForCubic => CubicSpline.InterpolateNaturalSorted(x, y),
        InterpolationForm.Akima when x.Length >= LeastForAkima => CubicSpline.InterpolateAkimaSorted(x, y),
        InterpolationForm.Monotone when x.Length >= LeastForCubic => CubicSpline.InterpolatePchipSorted(x, y),
        _ => LinearSpline.InterpolateSorted(x, y),
    };
}
