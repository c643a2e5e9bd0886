using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace Lagom.Rl.Tests;

public sealed class BatchedEstimatorTests
{
    private const double Gamma = 0.97;

    [Test]
    public void Batches_AnyEnds_AreTheTrajectoriesOneByOne() => Prop.ForAll<long>(seed =>
    {
        var random = new RandomStream(seed);
        int steps = 1 + random.NextInt32(12), environments = 1 + random.NextInt32(5);
        int count = steps * environments;
        float[] rewards = Normal(count), values = Normal(count + environments), finals = Normal(count), behavior = Normal(count), target = Normal(count);
        bool[] terminated = [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(5) == 0)];
        bool[] truncated = [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(5) == 0)];
        var advantages = new float[count];
        BatchedEstimators.GeneralizedAdvantage(Gamma, 0.9, rewards, values, finals, terminated, truncated, environments, advantages);
        var targets = new float[count];
        var policyAdvantages = new float[count];
        BatchedEstimators.VTrace(
            behavior, target, Gamma, rewards, values, finals, terminated, truncated, environments, targets, policyAdvantages, clipRho: 0.8, clipPolicyRho: 1.3);

        for (int n = 0; n < environments; n++)
        {
            var rows = new List<int>();
            for (int t = 0; t < steps; t++)
            {
                int i = (t * environments) + n;
                rows.Add(i);
                if (t + 1 < steps && !terminated[i] && !truncated[i])
                    continue;
                double last = truncated[i] ? finals[i] : values[i + environments];
                double[] r = Pick(rewards), v = Pick(values);
                Pick(advantages).ShouldMatch(GeneralizedAdvantage.Estimate(Gamma, 0.9, r, v, last, terminated[i]), 1e-4, "GAE", 1e-4);
                var expectedTargets = new double[rows.Count];
                var expectedAdvantages = new double[rows.Count];
                VTrace.Estimate(Pick(behavior), Pick(target), Gamma, r, v, last, terminated[i], expectedTargets, expectedAdvantages, 0.8, 1.3);
                Pick(targets).ShouldMatch(expectedTargets, 1e-3, "targets", 1e-3);
                Pick(policyAdvantages).ShouldMatch(expectedAdvantages, 1e-3, "advantages", 1e-3);
                rows.Clear();
            }

            double[] Pick(float[] numbers) => [.. rows.Select(row => (double)numbers[row])];
        }

        float[] Normal(int length) => [.. Enumerable.Range(0, length).Select(_ => (float)random.NextNormal())];
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Batches_WrongLengths_AreNamed() =>
        FluentActions.Invoking(() => BatchedEstimators.GeneralizedAdvantage(1, 1, new float[4], new float[4], new float[4], new bool[4], new bool[4], 2, new float[4]))
            .Should().Throw<ArgumentException>().WithMessage("*values without its last row has 2*4*");

    [Test]
    public void Tensors_OneEnvironment_GiveWhatSpansGive()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor advantages = TensorEstimators.GeneralizedAdvantage(
            1, 0.5, tensor(new float[] { 1, 2, 3 }), tensor(new[] { 0.1f, 1.1f, 2.1f }), tensor(new float[] { 10 }), tensor(new[] { false, false, true }));
        advantages.ToArray<float>().ShouldMatch([3.725, 3.45, 0.9], 1e-5, "advantages");
        (Tensor targets, Tensor policy) = TensorEstimators.VTrace(
            tensor(new float[] { 1, 2, 3 }), tensor(new float[] { 4, 5, 6 }), 1, tensor(new float[] { 7, 8, 9 }), tensor(new float[] { 10, 11, 12 }), tensor(new[] { 0.3f }),
            tensor(new[] { false, false, false }), clipRho: 0.5, clipPolicyRho: 1.1);
        targets.ToArray<float>().ShouldMatch([17.15, 14.15, 10.65], 1e-5, "targets");
        policy.ToArray<float>().ShouldMatch([12.265, 8.415, -2.97], 1e-5, "policy advantages");
        FluentActions.Invoking(() => TensorEstimators.GeneralizedAdvantage(1, 1, ones(2, 2), ones(2, 2), ones(2), zeros(2, 2), ones(2, 2)))
            .Should().Throw<ArgumentException>().WithMessage("*final observations are needed*");
    }
}
