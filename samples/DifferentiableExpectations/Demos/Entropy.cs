using EvoGrad;
using static TorchSharp.torch;

namespace DifferentiableExpectations.Demos;

/// <summary>The entropy of behaviour: an expectation of the logarithm of another one, the kernel density, over the same individuals.</summary>
internal sealed class Entropy() : LineDemo("entropy", "Maximising the entropy of behaviour", rate: 0.1)
{
    public override string Target => "mean from 7.6 to 8.0 at step 2000";

    public override bool Reaches(DemoRun run) => run.Path[2000] is > 7.6 and < 8.0;

    protected override Tensor Objective(Tensor x, Sample sample, NormalPopulation population)
    {
        Tensor behaviour = Standardized(Landscape.Wave(x));
        Tensor kernel = (-(behaviour.unsqueeze(0) - behaviour.unsqueeze(1)).square()).exp();
        Tensor density = Expectation.Of(kernel, sample, population);
        return Expectation.Of(-density.log(), sample, population);
    }
}
