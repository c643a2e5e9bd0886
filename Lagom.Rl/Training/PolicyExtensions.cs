namespace Lagom.Rl;

/// <summary>Tries policies.</summary>
public static class PolicyExtensions
{
    private const int MostCopies = 64;

    /// <summary>Lets a policy act in episodes of environments of its own.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="registry">Makes the environments.</param>
    /// <param name="environmentId">Their id, such as "CartPole-v1".</param>
    /// <param name="episodes">How many episodes. Range: at least 1.</param>
    /// <param name="seed">The seed of the environments.</param>
    /// <param name="random">Draws the actions from the policy's distribution; null takes the most likely ones.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The episodes; the same seed gives the same ones.</returns>
    /// <exception cref="ArgumentException">The policy is not for such environments, or the number is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EvaluationResult Evaluate(
        this IPolicy policy, EnvironmentRegistry registry, string environmentId, int episodes = 100, long seed = 0, RandomStream? random = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentOutOfRangeException.ThrowIfLessThan(episodes, 1);
        return policy.Evaluate(registry.MakeBatch(environmentId, Math.Min(episodes, MostCopies)), episodes, seed, random, cancellationToken);
    }

    /// <summary>Lets a policy act in episodes of given environments.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="environments">The environments; they begin new episodes in the step that ends one.</param>
    /// <param name="episodes">How many episodes, shared out evenly among the copies so that short ones do not count more often. Range: at least 1.</param>
    /// <param name="seed">The seed of the environments.</param>
    /// <param name="random">Draws the actions from the policy's distribution; null takes the most likely ones.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The policy is not for such environments, they reset in other ways, or the number is below 1.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EvaluationResult Evaluate(
        this IPolicy policy, IEnvironmentBatch environments, int episodes, long seed = 0, RandomStream? random = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(episodes, 1);
        PolicyDriver driver = PolicyDriver.Of(policy, environments);
        if (environments.Autoreset != AutoresetMode.SameStep)
            throw new ArgumentException($"The environments must begin the next episode in the last step; their autoreset is {environments.Autoreset}.", nameof(environments));

        int copies = environments.Count;
        var ended = new List<EpisodeSummary>[copies];
        var sums = new double[copies];
        var lengths = new int[copies];
        for (int i = 0; i < copies; i++)
            ended[i] = [];
        int missing = episodes;
        driver.Begin(seed);
        while (missing > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            driver.Step(random);
            for (int i = 0; i < copies; i++)
            {
                sums[i] += environments.Rewards[i];
                lengths[i]++;
                if (!environments.Terminated[i] && !environments.Truncated[i])
                    continue;
                if (ended[i].Count < (episodes - i + copies - 1) / copies)
                {
                    ended[i].Add(new EpisodeSummary(sums[i], lengths[i]));
                    missing--;
                }

                (sums[i], lengths[i]) = (0, 0);
            }
        }

        return new EvaluationResult([.. ended.SelectMany(summaries => summaries)]);
    }

    /// <summary>Records an episode in which a policy takes its most likely actions.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="registry">Makes the environment.</param>
    /// <param name="environmentId">Its id, such as "CartPole-v1"; it implements <see cref="IRenderable"/>.</param>
    /// <param name="path">The GIF that is written, whole or not at all.</param>
    /// <param name="seed">The seed of the environment.</param>
    /// <param name="maxFrames">After how many frames the video ends, for episodes that do not. Range: at least 1.</param>
    /// <param name="cancellationToken">Ends it early; nothing is written then.</param>
    /// <returns>The episode, as far as it was recorded.</returns>
    /// <exception cref="ArgumentException">The policy is not for such an environment, or the number is below 1.</exception>
    /// <exception cref="NotSupportedException">The environment cannot be drawn.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EpisodeSummary Record(
        this IPolicy policy, EnvironmentRegistry registry, string environmentId, string path, long seed = 0, int maxFrames = 2000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxFrames, 1);
        (IEnvironmentBatch batch, IEnvironment environment) = registry.MakeWatched(environmentId);
        PolicyDriver driver = PolicyDriver.Of(policy, batch);
        using var video = new EpisodeVideo(Math.Clamp(environment.Renderable().FramesPerSecond, 1, 50));
        double sum = 0;
        int length = 0;
        driver.Begin(seed);
        video.Capture(environment);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            driver.Step(random: null);
            sum += batch.Rewards[0];
            length++;
            video.Capture(environment);
        }
        while (!batch.Terminated[0] && !batch.Truncated[0] && video.FrameCount < maxFrames);
        video.Save(path);
        return new EpisodeSummary(sum, length);
    }
}
