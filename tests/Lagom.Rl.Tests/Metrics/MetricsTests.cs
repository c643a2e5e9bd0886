using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Lagom.Rl.Tests;

public sealed class MetricsTests
{
    private const double Relative = 1e-5;
    private const double Absolute = 1e-6;

    [Test]
    public void Estimators_GoldenCases_Match()
    {
        JsonElement[] cases = [.. Golden.Read("lagom/metrics.json").Items("cases")];
        cases.Should().HaveCountGreaterThan(10);
        foreach (JsonElement item in cases)
        {
            string name = item.GetProperty("name").GetString()!;
            double gamma = item.Number("gamma"), last = item.Number("last_V");
            double[] rewards = item.Numbers("rewards"), values = item.Numbers("Vs");
            bool terminal = item.Flag("reach_terminal");
            Match(Returns.Discounted(gamma, rewards), "returns");
            Match(Returns.Bootstrapped(gamma, rewards, last, terminal), "bootstrapped_returns");
            Match(TemporalDifference.Targets(gamma, rewards, values, last, terminal), "td0_target");
            Match(TemporalDifference.Errors(gamma, rewards, values, last, terminal), "td0_error");
            Match(GeneralizedAdvantage.Estimate(gamma, item.Number("lam"), rewards, values, last, terminal), "gae");

            void Match(double[] actual, string key) => actual.ShouldMatch(item.Numbers(key), Relative, $"{name} {key}", Absolute);
        }
    }

    [Test]
    public void VTrace_GoldenCases_Match()
    {
        JsonElement[] cases = [.. Golden.Read("lagom/metrics.json").Items("vtrace")];
        cases.Should().HaveCountGreaterThan(5);
        foreach (JsonElement item in cases)
        {
            double[] rewards = item.Numbers("rewards");
            var targets = new double[rewards.Length];
            var advantages = new double[rewards.Length];
            VTrace.Estimate(
                item.Numbers("behavior_logprobs"), item.Numbers("target_logprobs"), item.Number("gamma"), rewards, item.Numbers("Vs"), item.Number("last_V"),
                item.Flag("reach_terminal"), targets, advantages, item.Number("clip_rho"), item.Number("clip_pg_rho"));
            targets.ShouldMatch(item.Numbers("vs"), Relative, "targets", Absolute);
            advantages.ShouldMatch(item.Numbers("advantages"), Relative, "advantages", Absolute);
        }
    }

    [Test]
    public void VTrace_OnPolicy_EqualsBootstrappedReturns() => Prop.ForAll<long, bool>((seed, terminal) => VTrace_OnPolicy_EqualsBootstrappedReturns(seed, terminal)).QuickCheckThrowOnFailure();

    private static void VTrace_OnPolicy_EqualsBootstrappedReturns(long seed, bool terminal)
    {
        (double gamma, double[] rewards, double[] values, double last) = Draw(seed);
        var targets = new double[rewards.Length];
        VTrace.Estimate(values, values, gamma, rewards, values, last, terminal, targets, new double[rewards.Length], 1.5, 2);
        targets.ShouldMatch(Returns.Bootstrapped(gamma, rewards, last, terminal), 1e-9, "targets", 1e-9);
    }

    [Test]
    public void Gae_LimitsOfLambda_AreErrorsAndReturns() => Prop.ForAll<long, bool>((seed, terminal) => Gae_LimitsOfLambda_AreErrorsAndReturns(seed, terminal)).QuickCheckThrowOnFailure();

    private static void Gae_LimitsOfLambda_AreErrorsAndReturns(long seed, bool terminal)
    {
        (double gamma, double[] rewards, double[] values, double last) = Draw(seed);
        GeneralizedAdvantage.Estimate(gamma, 0, rewards, values, last, terminal)
            .ShouldMatch(TemporalDifference.Errors(gamma, rewards, values, last, terminal), 1e-12, "lambda 0", 1e-12);
        double[] returns = Returns.Bootstrapped(gamma, rewards, last, terminal);
        GeneralizedAdvantage.Estimate(gamma, 1, rewards, values, last, terminal)
            .ShouldMatch([.. returns.Zip(values, (sum, value) => sum - value)], 1e-9, "lambda 1", 1e-9);
    }

    [Test]
    public void LastValue_AfterTerminal_NeverCountsAndAfterCutAlwaysDoes() => Prop.ForAll<long>((seed) => LastValue_AfterTerminal_NeverCountsAndAfterCutAlwaysDoes(seed)).QuickCheckThrowOnFailure();

    private static void LastValue_AfterTerminal_NeverCountsAndAfterCutAlwaysDoes(long seed)
    {
        (double gamma, double[] rewards, double[] values, double last) = Draw(seed);
        double other = last + 1;
        foreach (Func<double, bool, double[]> estimate in (Func<double, bool, double[]>[])
            [
                (v, terminal) => Returns.Bootstrapped(gamma, rewards, v, terminal),
                (v, terminal) => TemporalDifference.Targets(gamma, rewards, values, v, terminal),
                (v, terminal) => TemporalDifference.Errors(gamma, rewards, values, v, terminal),
                (v, terminal) => GeneralizedAdvantage.Estimate(gamma, 0.9, rewards, values, v, terminal),
            ])
        {
            estimate(last, true).Should().Equal(estimate(other, true));
            (estimate(other, false)[^1] - estimate(last, false)[^1]).Should().BeApproximately(gamma, 1e-9);
        }
    }

    [Test]
    public void Estimators_EmptyTrajectory_GiveNothing()
    {
        Returns.Discounted(0.9, []).Should().BeEmpty();
        GeneralizedAdvantage.Estimate(0.9, 0.9, [], [], 1, false).Should().BeEmpty();
    }

    [Test]
    public void Estimators_BadArguments_AreNamed()
    {
        FluentActions.Invoking(() => Returns.Discounted(1.1, [1])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*gamma*1.1*");
        FluentActions.Invoking(() => GeneralizedAdvantage.Estimate(1, double.NaN, [1], [1], 0, true)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*lambda*");
        FluentActions.Invoking(() => TemporalDifference.Errors(1, [1], [1, 2], 0, true)).Should().Throw<ArgumentException>().WithMessage("*values has 2*1 rewards*");
        FluentActions.Invoking(() => VTrace.Estimate([1], [1], 1, [1], [1], 0, true, new double[1], new double[1], clipRho: 0))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*clipRho*");
    }

    private static (double Gamma, double[] Rewards, double[] Values, double Last) Draw(long seed)
    {
        var random = new RandomStream(seed);
        var rewards = new double[1 + random.NextInt32(30)];
        var values = new double[rewards.Length];
        random.FillNormal(rewards);
        random.FillNormal(values);
        return (random.NextDouble(), rewards, values, random.NextNormal());
    }
}
