using EvoGrad;
using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>The mean of the interference landscape, which gives no signal: the control for the two after it.</summary>
internal sealed class Interference() : LineDemo("interference", "Nothing to climb", rate: 0.03)
{
    public override string Target => "mean within 0.6 of 1 at step 2000";

    public override bool Reaches(DemoRun run) => Math.Abs(run.Path[2000] - Start) < 0.6;

    protected override Tensor Objective(Tensor x, Sample sample, NormalPopulation population) =>
        Expectation.Of(Standardized(Landscape.Wave(x)), sample, population);
}
