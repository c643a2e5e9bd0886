using EvoGrad;
using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>The variance of behaviour: where mutations matter most.</summary>
internal sealed class Variance() : LineDemo("variance", "Maximising the variance of behaviour", rate: 0.03)
{
    // Standard deviations over seeds of a reference run at these steps.
    private static readonly (int Step, double Deviation)[] Checks = [(100, 0.0346), (500, 0.0495), (2000, 0.0449)];

    public override string Target => "mean within four standard deviations of the prediction at steps 100, 500 and 2000";

    /// <summary>The path of infinitely many individuals.</summary>
    public static double[] Prediction(int steps)
    {
        var path = new double[steps + 1];
        path[0] = Start;
        double damping = Math.Exp(-0.02);
        for (int step = 1; step <= steps; step++)
        {
            double angle = 0.4 * path[step - 1];
            path[step] = path[step - 1] + 0.03 * 0.4 * damping * Math.Sin(angle) / (1 - damping * Math.Cos(angle));
        }

        return path;
    }

    public override bool Reaches(DemoRun run)
    {
        double[] prediction = Prediction(Steps);
        return Checks.All(check => Math.Abs(run.Path[check.Step] - prediction[check.Step]) < 4 * check.Deviation);
    }

    protected override Tensor Objective(Tensor x, Sample sample, NormalPopulation population) =>
        Expectation.Of(Standardized(Landscape.Wave(x)).square(), sample, population);
}
