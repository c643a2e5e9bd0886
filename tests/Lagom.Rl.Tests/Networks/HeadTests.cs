using System.Text.Json;
using static TorchSharp.torch;

namespace Lagom.Rl.Tests.Networks;

public sealed class HeadTests
{
    private static JsonElement Vectors => Golden.Read("lagom/networks.json");

    [Test]
    public void Categorical_GoldenScores_Match()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = Vectors.GetProperty("categorical");
        var distribution = new CategoricalDistribution(Of(expected.GetProperty("scores")));
        distribution.Probabilities.ToArray<float>().ShouldMatch(expected.Numbers("probs"), 1e-5, "probs");
        Tensor action = tensor(expected.Numbers("action").Select(n => (long)n).ToArray());
        distribution.LogProbability(action).ToArray<float>().ShouldMatch(expected.Numbers("log_prob"), 1e-5, "log_prob");
        distribution.Entropy().ToArray<float>().ShouldMatch(expected.Numbers("entropy"), 1e-5, "entropy");
        distribution.Mode.ToArray<long>().Should().Equal(1, 2);
    }

    [Test]
    public void Categorical_ExtremeScores_StayFinite()
    {
        using DisposeScope scope = NewDisposeScope();
        var distribution = new CategoricalDistribution(tensor(new[] { 1000f, 0f }, [1, 2]));
        distribution.LogProbability(tensor(new long[] { 1 })).ToArray<float>()[0].Should().Be(-1000);
        distribution.Sample(new RandomStream(1)).ToArray<long>().Should().Equal(0);
    }

    [Test]
    public void Categorical_Samples_FollowTheProbabilities()
    {
        using DisposeScope scope = NewDisposeScope();
        const int Draws = 40_000;
        double[] probabilities = [0.1, 0.6, 0.3];
        Tensor logits = tensor(probabilities.Select(p => (float)Math.Log(p)).ToArray()).expand(Draws, -1);
        long[] drawn = new CategoricalDistribution(logits).Sample(new RandomStream(3)).ToArray<long>();
        for (int k = 0; k < 3; k++)
            (drawn.Count(choice => choice == k) / (double)Draws).Should().BeApproximately(probabilities[k], 4 * Math.Sqrt(0.25 / Draws));
    }

    [Test]
    public void DiagonalGaussian_GoldenVectors_Match()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = Vectors.GetProperty("diag_gaussian");
        using var head = new DiagonalGaussianHead(3, 2, new RandomStream(1), expected.Number("std0"));
        head.LogStandardDeviation!.ToArray<float>()[0].Should().BeApproximately((float)expected.Number("log_std_parameter"), 1e-6f);
        var distribution = new DiagonalGaussianDistribution(Of(expected.GetProperty("mean")), head.LogStandardDeviation!);
        distribution.LogProbability(Of(expected.GetProperty("action"))).ToArray<float>().ShouldMatch(expected.Numbers("log_prob"), 1e-5, "log_prob");
        distribution.Entropy().ToArray<float>().ShouldMatch(expected.Numbers("entropy"), 1e-5, "entropy");
    }

    [Test]
    public void DiagonalGaussian_Samples_HaveMeanAndDeviation()
    {
        using DisposeScope scope = NewDisposeScope();
        const int Draws = 40_000;
        var distribution = new DiagonalGaussianDistribution(full(Draws, 1, 2.0f), tensor(new[] { (float)Math.Log(0.5) }));
        float[] drawn = distribution.Sample(new RandomStream(4)).ToArray<float>();
        drawn.Average().Should().BeApproximately(2, 4 * 0.5f / MathF.Sqrt(Draws));
        Math.Sqrt(drawn.Average(x => (x - 2.0) * (x - 2.0))).Should().BeApproximately(0.5, 0.01);
    }

    [Test]
    public void SquashedGaussian_GoldenVectors_Match()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = Vectors.GetProperty("tanh_gaussian");
        var distribution = new SquashedGaussianDistribution(Of(expected.GetProperty("mean")), Of(expected.GetProperty("std")).log());
        Tensor before = Of(expected.GetProperty("pre_tanh"));
        distribution.LogProbabilityBefore(before).ToArray<float>().ShouldMatch(expected.Numbers("log_prob"), 1e-5, "log_prob");
        distribution.LogProbability(before.tanh()).ToArray<float>().ShouldMatch(expected.Numbers("log_prob"), 1e-4, "from actions");
        JsonElement extreme = expected.GetProperty("extreme");
        SquashedGaussianDistribution.LogSlope(Of(extreme.GetProperty("pre_tanh"))).ToArray<float>()
            .ShouldMatch(extreme.Numbers("log_abs_det_jacobian"), 1e-5, "slope");
    }

    [Test]
    public void SquashedGaussian_SampleWithDensity_AgreesWithDensityOfSample()
    {
        using DisposeScope scope = NewDisposeScope();
        using var head = new SquashedGaussianHead(3, 2, new RandomStream(1), -1, 0);
        var distribution = (SquashedGaussianDistribution)head.call(Noise.NormalLike(zeros(50, 3), new RandomStream(2)));
        (Tensor actions, Tensor density) = distribution.SampleWithLogProbability(new RandomStream(3));
        distribution.LogProbability(actions).ToArray<float>().ShouldMatch([.. density.ToArray<float>().Select(n => (double)n)], 1e-3, "density", 1e-3);
        actions.abs().max().item<float>().Should().BeLessThan(1);
        FluentActions.Invoking(() => distribution.Entropy()).Should().Throw<NotSupportedException>();
    }

    [Test]
    public void BoundLogVariance_GoldenVector_Matches()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = Vectors.GetProperty("bound_logvar_later_addition");
        DiagonalGaussianHead.BoundLogVariance(Of(expected.GetProperty("logvar")), expected.Number("min_var"), expected.Number("max_var"))
            .ToArray<float>().ShouldMatch(expected.Numbers("out"), 1e-5, "bounded", 2e-6);
    }

    [Test]
    public void BoundLogStandardDeviation_GoldenVector_Matches()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = Golden.Read("lagom/rl_losses.json").GetProperty("sac_log_std");
        SquashedGaussianHead.BoundLogStandardDeviation(Of(expected.GetProperty("raw")), expected.Number("min"), expected.Number("max"))
            .ToArray<float>().ShouldMatch(expected.Numbers("out"), 1e-5, "bounded", 1e-6);
    }

    [TestCase(2.0, 5.0)]
    [TestCase(0.8, 0.6)]
    public void Beta_SamplesAndEntropy_FollowTheDensity(double alpha, double beta)
    {
        using DisposeScope scope = NewDisposeScope();
        const int Draws = 40_000;
        var distribution = new BetaDistribution(full(Draws, 1, (float)alpha), full(Draws, 1, (float)beta));
        Tensor drawn = distribution.Sample(new RandomStream(5));
        double mean = alpha / (alpha + beta);
        double deviation = Math.Sqrt(mean * (1 - mean) / (alpha + beta + 1));
        drawn.mean().item<float>().Should().BeApproximately((float)mean, (float)(4 * deviation / Math.Sqrt(Draws)));
        drawn.std().item<float>().Should().BeApproximately((float)deviation, 0.01f);
        distribution.Mode[0].item<float>().Should().BeApproximately((float)mean, 1e-6f);
        // The entropy is the mean of minus the logarithm of the density.
        (-distribution.LogProbability(drawn).mean().item<float>()).Should().BeApproximately(distribution.Entropy()[0].item<float>(), 0.02f);
    }

    [Test]
    public void BetaHead_AtFirst_IsBroadAndCentred()
    {
        using DisposeScope scope = NewDisposeScope();
        using var head = new BetaHead(4, 2, new RandomStream(1));
        var distribution = (BetaDistribution)head.call(ones(3, 4));
        distribution.Mode.ToArray<float>().Should().OnlyContain(mean => Math.Abs(mean - 0.5) < 0.02);
        distribution.Alpha.ToArray<float>().Should().OnlyContain(shape => shape > 1);
    }

    [Test]
    public void Mixture_GoldenLossAndGradients_Match()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement expected = Vectors.GetProperty("mdn");
        MixtureParameters mixture = Mixture(expected, gradients: true);
        Tensor loss = mixture.Loss(Of(expected.GetProperty("target")));
        loss.item<float>().Should().BeApproximately((float)expected.Number("loss"), 1e-5f);
        loss.backward();
        mixture.Logits.Gradient()!.ToArray<float>().ShouldMatch(expected.Numbers("grad_logit_pi"), 1e-4, "logits", 1e-6);
        mixture.Mean.Gradient()!.ToArray<float>().ShouldMatch(expected.Numbers("grad_mean"), 1e-4, "mean", 1e-6);
        mixture.StandardDeviation.Gradient()!.ToArray<float>().ShouldMatch(expected.Numbers("grad_std"), 1e-4, "std", 1e-6);
    }

    [Test]
    public void Mixture_GoldenComponentsAndNoise_GiveGoldenSamples()
    {
        using DisposeScope scope = NewDisposeScope();
        MixtureParameters mixture = Mixture(Vectors.GetProperty("mdn"), gradients: false);
        foreach (JsonElement item in Vectors.Items("mdn_sample"))
        {
            Tensor components = tensor(item.Numbers("chosen_component").Select(n => (long)n).ToArray(), [2, 2]);
            Tensor noise = tensor(item.GetProperty("eps").Singles(), [2, 2]);
            mixture.SampleOf(components, noise, item.Number("tau")).ToArray<float>().ShouldMatch(item.Numbers("sample"), 1e-5, "sample");
        }
    }

    [Test]
    public void MixtureHead_JointWeights_LossIsANormalisedDensity()
    {
        using DisposeScope scope = NewDisposeScope();
        using var head = new MixtureDensityHead(3, 2, 4, new RandomStream(1), variances: (0.2, 1.5));
        MixtureParameters one = head.call(ones(1, 3));
        one.Logits.shape.Should().Equal(1, 4);
        const int Side = 80;
        const double Width = 0.125;
        var points = new float[Side * Side * 2];
        for (int i = 0; i < Side * Side; i++)
        {
            points[2 * i] = (float)((i / Side - Side / 2 + 0.5) * Width);
            points[2 * i + 1] = (float)((i % Side - Side / 2 + 0.5) * Width);
        }

        Tensor grid = tensor(points, [Side * Side, 2]);
        double sum = 0;
        foreach (Tensor point in grid.split(1))
            sum += Math.Exp(-one.Loss(point).item<float>()) * Width * Width;
        sum.Should().BeApproximately(1, 1e-3);
        one.Sample(new RandomStream(1), 0.5).shape.Should().Equal(1, 2);
    }

    [Test]
    public void MixtureHead_PerDimension_HasWeightsForEachNumber()
    {
        using DisposeScope scope = NewDisposeScope();
        using var head = new MixtureDensityHead(3, 2, 4, new RandomStream(1), MixtureWeights.PerDimension);
        MixtureParameters made = head.call(ones(5, 3));
        made.Logits.shape.Should().Equal(5, 4, 2);
        made.Sample(new RandomStream(2)).shape.Should().Equal(5, 2);
        made.StandardDeviation.ToArray<float>().Should().OnlyContain(std => Math.Abs(std - 1) < 0.1);
        FluentActions.Invoking(() => made.Sample(new RandomStream(2), 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*temperature*");
    }

    private static MixtureParameters Mixture(JsonElement source, bool gradients) => new(
        Of(source.GetProperty("logit_pi")).requires_grad_(gradients),
        Of(source.GetProperty("mean")).requires_grad_(gradients),
        Of(source.GetProperty("std")).requires_grad_(gradients));

    private static Tensor Of(JsonElement element)
    {
        var shape = new List<long>();
        for (JsonElement at = element; at.ValueKind == JsonValueKind.Array; at = at[0])
            shape.Add(at.GetArrayLength());
        return tensor(element.Singles(), [.. shape]);
    }
}
