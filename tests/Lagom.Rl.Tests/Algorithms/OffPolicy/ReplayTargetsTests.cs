using System.Text.Json;
using static TorchSharp.torch;

namespace Lagom.Rl.Tests;

public sealed class ReplayTargetsTests
{
    private static readonly JsonElement Losses = Golden.Read("lagom/rl_losses.json");

    [Test]
    public void Targets_GoldenBatch_Match()
    {
        JsonElement golden = Losses.GetProperty("targets");
        double gamma = golden.Number("gamma");
        float[] rewards = golden.GetProperty("rewards").Singles();
        float[] discounts = [.. golden.Numbers("masks").Select(mask => (float)(gamma * mask))];
        float[] first = golden.GetProperty("next_Q1").Singles(), second = golden.GetProperty("next_Q2").Singles();
        float[] targets = new float[3];

        ReplayTargets.OneStep(rewards, discounts, first, targets);
        targets.ShouldMatch(golden.Numbers("ddpg_target_from_Q1"), 1e-6, "ddpg");
        ReplayTargets.Twin(rewards, discounts, first, second, targets);
        targets.ShouldMatch(golden.Numbers("td3_target"), 1e-6, "td3");
        ReplayTargets.Soft(rewards, discounts, first, second, golden.GetProperty("sac_next_logprob").Singles(), golden.Number("sac_alpha"), targets);
        targets.ShouldMatch(golden.Numbers("sac_target"), 1e-6, "sac");
    }

    [Test]
    public void Smooth_GoldenNoise_Matches()
    {
        JsonElement golden = Losses.GetProperty("td3_smoothing");
        float[] actions = golden.GetProperty("next_action").Singles(), noise = golden.GetProperty("noise_before_clip").Singles();

        ReplayTargets.Smooth(actions, noise, (float)golden.Number("noise_clip"), (float)golden.Number("low"), (float)golden.Number("high"));

        actions.ShouldMatch(golden.Numbers("out"), 1e-6, "smoothed");
    }

    [Test]
    public void Follow_GoldenParameters_Match()
    {
        JsonElement golden = Losses.GetProperty("polyak");
        float[] target = golden.GetProperty("target").Singles();

        ReplayTargets.Follow(golden.GetProperty("online").Singles(), target, golden.Number("polyak"));

        target.ShouldMatch(golden.Numbers("out"), 1e-6, "target");
    }

    [Test]
    public void Temperature_GoldenBatch_HasItsLossAndGradient()
    {
        JsonElement golden = Losses.GetProperty("sac_alpha_loss");
        var temperature = new EntropyTemperature(Math.Exp(golden.Number("log_alpha")), golden.Number("target_entropy"));
        float[] logProbabilities = golden.GetProperty("logprobs").Singles();

        (temperature.LogAlpha * temperature.Gradient(logProbabilities)).Should().BeApproximately(golden.Number("loss"), 1e-6);
        temperature.Gradient(logProbabilities).Should().BeApproximately(golden.Number("grad_log_alpha"), 1e-6);
        temperature.Learn(logProbabilities, 0.01);
        temperature.LogAlpha.Should().BeApproximately(golden.Number("log_alpha") - 0.01, 1e-6, "the first step of Adam has the length of the rate");
    }

    [Test]
    public void ClipScale_GoldenNorm_Matches()
    {
        JsonElement golden = Losses.GetProperty("clip_grad_norm");

        AdamStep.ClipScale(golden.Number("total_norm"), golden.Number("max_norm")).Should().BeApproximately(golden.Number("scale"), 1e-8);
        AdamStep.ClipScale(0.4, 0.5).Should().Be(1);
    }

    [Test]
    public void BoundLogStandardDeviation_GoldenOutputs_Match()
    {
        JsonElement golden = Losses.GetProperty("sac_log_std");
        using Tensor raw = tensor(golden.GetProperty("raw").Singles());
        using Tensor bounded = SquashedGaussianHead.BoundLogStandardDeviation(raw, golden.Number("min"), golden.Number("max"));

        bounded.ToArray<float>().ShouldMatch(golden.Numbers("out"), 1e-6, "log std");
    }
}
