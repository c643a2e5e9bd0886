using EvoGrad;
using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>The best of a parabola.</summary>
internal sealed class Quadratic() : LineDemo("quadratic", "Climbing a parabola", rate: 0.03)
{
    public const double Best = 5;

    public override string Target => "mean within 0.06 of 5 at steps 200 and 2000";

    public override bool Reaches(DemoRun run) => Math.Abs(run.Path[200] - Best) < 0.06 && Math.Abs(run.Path[2000] - Best) < 0.06;

    protected override Tensor Objective(Tensor x, Sample sample, NormalPopulation population) =>
        Expectation.Of(Standardized(-(x - Best).square()), sample, population);
}
