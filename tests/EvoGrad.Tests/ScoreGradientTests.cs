using System.Text.Json;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>Derivatives over given samples against closed forms.</summary>
public sealed class ScoreGradientTests
{
    [Test]
    public void Of_HandCheckedExample_HasItsDerivatives()
    {
        using var scope = NewDisposeScope();
        Tensor mean = Derivatives.LearntNumber(1), sigma = Derivatives.LearntNumber(0.5);
        NormalPopulation population = Population.Normal(mean, sigma);
        using Sample sample = Sample.Of(tensor([1.5, 0.25]));

        Tensor value = Expectation.Of(tensor([2.0, -1.0]), sample, population);

        Tensor first = value.By(mean), second = first.By(mean), third = second.By(mean);
        value.Number().Should().Be(0.5);
        first.Number().Should().BeApproximately(3.5, 1e-12);
        second.Number().Should().BeApproximately(-2.5, 1e-12);
        third.Number().Should().BeApproximately(-20.5, 1e-12);
        value.By(sigma).Number().Should().BeApproximately(-1.25, 1e-12);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Of_GivenSamples_MatchesClosedForms(int index)
    {
        using var scope = NewDisposeScope();
        JsonElement golden = Golden.Read("score_gradients.json").GetProperty("cases")[index];
        bool isDiagonal = golden.Text("sigma_kind") == "diagonal";
        Tensor mean = Derivatives.Learnt(golden.GetProperty("mu").Numbers());
        Tensor sigma = isDiagonal ? Derivatives.Learnt(golden.GetProperty("sigma").Numbers()) : Derivatives.LearntNumber(golden.Number("sigma"));
        NormalPopulation population = Population.Normal(mean, sigma);
        using Sample sample = Sample.Of(Derivatives.Matrix(golden.GetProperty("samples").Rows()));

        Tensor value = Expectation.Of(tensor(golden.GetProperty("values").Numbers()), sample, population);

        Tensor gradient = value.By(mean), sigmaGradient = value.By(sigma);
        value.Number().Should().BeApproximately(golden.Number("expectation"), 1e-12);
        population.LogProbability(sample.Individuals).Numbers().ShouldMatch(golden.GetProperty("log_prob").Numbers());
        gradient.Numbers().ShouldMatch(golden.GetProperty("grad_mu").Numbers());
        for (int d = 0; d < mean.numel(); d++)
            gradient[d].By(mean).Numbers().ShouldMatch(golden.GetProperty("hessian_mu")[d].Numbers());
        double[] mixed = gradient.sum().By(sigma).Numbers();
        if (isDiagonal)
        {
            sigmaGradient.Numbers().ShouldMatch(golden.GetProperty("grad_sigma").Numbers());
            mixed.ShouldMatch(golden.GetProperty("d_sum_grad_mu_d_sigma").Numbers());
        }
        else
        {
            sigmaGradient.Number().Should().BeApproximately(golden.Number("grad_sigma"), 1e-9);
            sigmaGradient.By(sigma).Numbers().ShouldMatch([golden.Number("d2_sigma")]);
            mixed.ShouldMatch([golden.Number("d_sum_grad_mu_d_sigma")]);
        }
    }

    [Test]
    public void Of_OneDimension_ThirdDerivativeMatchesAndTheShortcutDoesNot()
    {
        using var scope = NewDisposeScope();
        JsonElement golden = Golden.Read("score_gradients.json").GetProperty("cases")[0];
        Tensor mean = Derivatives.Learnt(golden.GetProperty("mu").Numbers());
        NormalPopulation population = Population.Normal(mean, golden.Number("sigma"));
        using Sample sample = Sample.Of(Derivatives.Matrix(golden.GetProperty("samples").Rows()));

        Tensor value = Expectation.Of(tensor(golden.GetProperty("values").Numbers()), sample, population);

        Tensor second = value.By(mean).sum().By(mean);
        second.Number().Should().NotBeApproximately(golden.Number("wrong_second_order_if_only_the_score_is_differentiated"), 1);
        second.sum().By(mean).Numbers().ShouldMatch([golden.Number("third_mu")]);
    }

    [Test]
    public void Ratio_AnyLogProbability_IsExactlyOne()
    {
        using var scope = NewDisposeScope();
        Tensor ratio = Expectation.Ratio(tensor([-1e300, -3.7, 0, 712.4], requires_grad: true));

        ratio.Numbers().Should().Equal(1, 1, 1, 1);
    }

    [Test]
    public void Of_AnySample_IsThePlainMeanBitForBit()
    {
        using var scope = NewDisposeScope();
        NormalPopulation population = Population.Normal(Derivatives.Learnt(0.3, -1, 2), Derivatives.LearntNumber(0.7));
        using Sample sample = population.Sample(101, seed: 4);
        Tensor values = sample.Individuals.sin().sum(1);

        foreach (Baseline? baseline in (Baseline?[])[null, Baseline.Mean, Baseline.LeaveOneOut])
            Expectation.Of(values, sample, population, baseline: baseline).Number().Should().Be(values.mean().Number());
    }
}
