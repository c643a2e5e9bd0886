using System.Text.Json;

namespace Lagom.Rl.Tests.Algorithms;

public sealed class PolicyLossTests
{
    private static JsonElement Vectors => Golden.Read("lagom/rl_losses.json");

    [Test]
    public void ClippedSurrogateAndValue_GoldenBatch_Match()
    {
        JsonElement expected = Vectors.GetProperty("ppo");
        float[] Of(string name) => expected.GetProperty(name).Singles();
        var gradients = new float[8];
        double range = expected.Number("clip_range");
        SurrogateLoss loss = PolicyLosses.ClippedSurrogate(Of("logprobs"), Of("old_logprobs"), Of("advantages"), range, gradients);
        loss.Loss.Should().BeApproximately(expected.Number("policy_loss"), 1e-6);
        loss.ClipFraction.Should().Be(expected.Number("clip_frac"));
        loss.LogRatioMean.Should().BeApproximately(expected.Number("approx_kl"), 1e-6);
        loss.ApproximateKl.Should().BePositive();
        gradients.ShouldMatch(expected.Numbers("grad_logprobs"), 1e-5, "by log-probability", 1e-7);
        PolicyLosses.ClippedValue(Of("Vs"), Of("old_Vs"), Of("Qs"), range, gradients).Should().BeApproximately(expected.Number("value_loss"), 1e-6);
        gradients.ShouldMatch(expected.Numbers("grad_Vs"), 1e-5, "by value", 1e-7);
    }

    [Test]
    public void Standardize_GoldenAdvantages_Match()
    {
        JsonElement expected = Vectors.GetProperty("standardise_advantages");
        float[] advantages = expected.GetProperty("advantages").Singles();
        PolicyLosses.Standardize(advantages, expected.Number("eps"));
        advantages.ShouldMatch(expected.Numbers("out"), 1e-5, "standardised", 1e-6);
        FluentActions.Invoking(() => PolicyLosses.Standardize(new float[1])).Should().Throw<ArgumentException>().WithMessage("*at least two*");
    }

    [Test]
    public void PolicyGradientWithValuesAndEntropy_GoldenBatch_Match()
    {
        JsonElement expected = Vectors.GetProperty("vpg");
        float[] Of(string name) => expected.GetProperty(name).Singles();
        var gradients = new float[8];
        double policy = PolicyLosses.PolicyGradient(Of("logprobs"), Of("advantages"), gradients);
        gradients.Should().Equal(Of("advantages").Select(a => a * (-1f / 8)));
        double value = PolicyLosses.SquaredValue(Of("Vs"), Of("Qs"), gradients);
        double loss = policy + expected.Number("value_coef") * value - expected.Number("entropy_coef") * expected.Numbers("entropies").Average();
        loss.Should().BeApproximately(expected.Number("loss"), 1e-6);
    }

    [Test]
    public void Losses_BadArguments_AreNamed()
    {
        FluentActions.Invoking(() => PolicyLosses.ClippedSurrogate([1], [1, 2], [1], 0.2, new float[1])).Should().Throw<ArgumentException>().WithMessage("*oldLogProbabilities has 2*");
        FluentActions.Invoking(() => PolicyLosses.ClippedValue([1], [1], [1], 0, new float[1])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*clipRange*");
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Kernels_Derivatives_AreThoseOfFiniteDifferences(bool isContinuous)
    {
        float[] logDeviations = [-0.3f, 0.2f];
        ActionKernel kernel = isContinuous ? new GaussianKernel(logDeviations) : new CategoricalKernel(3);
        const int Rows = 4;
        var random = new RandomStream(5);
        float[] outputs = [.. Enumerable.Range(0, Rows * kernel.Outputs).Select(_ => (float)random.NextNormal())];
        var actions = new float[Rows * kernel.ActionSize];
        var logs = new float[Rows];
        kernel.Sample(outputs, actions, logs, random);
        float[] weights = [0.5f, -1, 2, 0.25f];
        const float ByEntropy = -0.7f;
        var gradients = new float[outputs.Length];
        var byDeviation = new float[2];
        kernel.Differentiate(outputs, actions, weights, ByEntropy, gradients, isContinuous ? byDeviation : []);
        var sampled = new float[Rows];
        kernel.Evaluate(outputs, actions, sampled, new float[Rows]);
        sampled.ShouldMatch([.. logs.Select(n => (double)n)], 1e-4, "sampled", 1e-5);

        for (int i = 0; i < outputs.Length; i++)
            gradients[i].Should().BeApproximately(Slope(outputs, i), 5e-3f, $"output {i}");
        for (int i = 0; isContinuous && i < 2; i++)
            byDeviation[i].Should().BeApproximately(Slope(logDeviations, i), 5e-3f, $"deviation {i}");

        float Slope(float[] numbers, int i)
        {
            float kept = numbers[i];
            numbers[i] = kept + 5e-3f;
            double above = Loss();
            numbers[i] = kept - 5e-3f;
            double below = Loss();
            numbers[i] = kept;
            return (float)((above - below) / 1e-2);
        }

        double Loss()
        {
            var logProbabilities = new float[Rows];
            var entropies = new float[Rows];
            kernel.Evaluate(outputs, actions, logProbabilities, entropies);
            return logProbabilities.Zip(weights, (log, weight) => (double)log * weight).Sum() + entropies.Sum(entropy => (double)entropy * ByEntropy);
        }
    }
}
