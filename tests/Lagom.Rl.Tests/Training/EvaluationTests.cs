namespace Lagom.Rl.Tests;

public sealed class EvaluationTests
{
    private readonly EnvironmentRegistry _registry = new();

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(100)]
    [TestCase(150)]
    public void Evaluate_Episodes_AreSharedOutEvenly(int episodes)
    {
        var policy = new ConstantPolicy(1);
        EvaluationResult result = policy.Evaluate(_registry, "CartPole-v1", episodes, seed: 3);
        result.Episodes.Should().HaveCount(episodes);
        result.Episodes.Should().OnlyContain(episode => episode.Return == episode.Length && episode.Length >= 8 && episode.Length <= 11);
        result.MeanReturn.Should().Be(result.MeanLength).And.BeApproximately(result.Episodes.Average(episode => episode.Return), 1e-12);
        EvaluationResult again = policy.Evaluate(_registry, "CartPole-v1", episodes, seed: 3);
        again.Episodes.Should().Equal(result.Episodes);
    }

    [Test]
    public void Evaluate_FewCopies_MatchesStepsOneByOne()
    {
        EvaluationResult result = new ConstantPolicy(0).Evaluate(_registry.MakeBatch("CartPole-v1", 2), 3, seed: 11);
        var single = new CartPole();
        int[] expected = [.. new[] { 11L, 12L }.Select(seed =>
        {
            single.Reset(seed);
            int steps = 1;
            while (!single.Step(0).Terminated)
                steps++;
            return steps;
        })];
        result.Episodes[0].Length.Should().Be(expected[0]);
        result.Episodes[2].Length.Should().Be(expected[1], "the first copy has the first two episodes");
        double mean = result.Episodes.Average(episode => episode.Return);
        result.StandardDeviation.Should().BeApproximately(Math.Sqrt(result.Episodes.Sum(episode => Math.Pow(episode.Return - mean, 2)) / 2), 1e-12);
    }

    [Test]
    public void Evaluate_WrongEnvironment_SaysWhy()
    {
        var policy = new ConstantPolicy(0);
        policy.Invoking(p => p.Evaluate(_registry, "Acrobot-v1")).Should().Throw<ArgumentException>().WithMessage("*4 numbers*6*");
        policy.Invoking(p => p.Evaluate(_registry, "CartPole-v1", 0)).Should().Throw<ArgumentOutOfRangeException>();
        policy.Invoking(p => p.Evaluate(_registry.MakeBatch("CartPole-v1", 2, AutoresetMode.NextStep), 2)).Should().Throw<ArgumentException>().WithMessage("*NextStep*");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        policy.Invoking(p => p.Evaluate(_registry, "CartPole-v1", cancellationToken: cancelled.Token)).Should().Throw<OperationCanceledException>();
    }

    [Test]
    public void Record_Episode_ShowsEveryStep()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.gif");
        try
        {
            EpisodeSummary episode = new ConstantPolicy(1).Record(_registry, "CartPole-v1", path, seed: 2);
            GifReader.Read(File.ReadAllBytes(path)).Should().HaveCount(episode.Length + 1);
            var pole = new CartPole();
            pole.Reset(seed: 2);
            byte[] shown = GifReader.Read(File.ReadAllBytes(path))[0].Frame.Pixels.ToArray();
            shown.Zip(pole.Render().Pixels.ToArray(), (one, other) => Math.Abs(one - other)).Max().Should().BeLessThan(25, "similar colours of the smooth edges may be merged");
            new ConstantPolicy(1).Record(_registry, "CartPole-v1", path, maxFrames: 4).Length.Should().Be(3);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class ConstantPolicy(int action) : IPolicy<int>
    {
        public int ObservationSize => 4;

        public Space ActionSpace { get; } = new Discrete(2);

        public void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, Span<int> actions, RandomStream? random = null) => actions.Fill(action);
    }
}
