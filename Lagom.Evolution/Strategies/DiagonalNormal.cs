using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>A normal distribution with a standard deviation a coordinate: where a separable strategy searches.</summary>
internal sealed class DiagonalNormal
{
    public DiagonalNormal(double[] start, double sigma0, IReadOnlyList<double>? scaling)
    {
        Mean = start;
        Stds = StartPoint.StandardDeviations(start.Length, sigma0, scaling);
        FirstStd = TensorPrimitives.Max<double>(Stds);
    }

    public double[] Mean { get; }

    public double[] Stds { get; }

    public double StepSize => Rows.RootMeanSquare(Stds);

    /// <summary>The largest standard deviation at the beginning.</summary>
    public double FirstStd { get; private set; }

    public void Save(StrategyState state)
    {
        state.Set("firstStd", FirstStd);
        state.Set("mean", Mean);
        state.Set("stds", Stds);
    }

    /// <summary>Goes on from a state; one that does not fit changes nothing.</summary>
    public void Load(StrategyState state)
    {
        double firstStd = state.GetPositive("firstStd");
        double[] mean = state.GetFinite("mean", Mean.Length);
        double[] stds = state.GetDeviations("stds", Stds.Length);
        FirstStd = firstStd;
        mean.CopyTo(Mean, 0);
        stds.CopyTo(Stds, 0);
    }
}
