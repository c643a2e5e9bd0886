using Shared.Tensors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>The loop of the textbook, written out.</summary>
public sealed class QuadraticTests
{
    [Test]
    public void Loop_Quadratic_FindsTheMaximum()
    {
        var stream = new RandomStream(3);
        using var mean = new Parameter(tensor([1.0]));
        NormalPopulation population = Population.Normal(mean, 0.5);
        using var optimizer = optim.SGD([mean], 0.03, maximize: true);
        for (int step = 0; step < 200; step++)
        {
            using var scope = NewDisposeScope();
            using Sample x = population.Sample(500, stream);
            Tensor fitness = -(x.Individuals - 5).square().squeeze(1);
            Tensor standardised = (fitness - fitness.mean()) / fitness.std();
            optimizer.zero_grad();
            Expectation.Of(standardised, x, population).backward();
            optimizer.step();
        }

        mean.Number().Should().BeApproximately(5, 0.06);
    }
}
