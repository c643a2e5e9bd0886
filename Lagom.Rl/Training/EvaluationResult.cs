using System.Collections.Immutable;

namespace Lagom.Rl;

/// <summary>How a policy did in some episodes.</summary>
public sealed record EvaluationResult
{
    /// <summary>Takes the episodes.</summary>
    /// <param name="episodes">The episodes; at least one.</param>
    /// <exception cref="ArgumentException">There are no episodes.</exception>
    public EvaluationResult(ImmutableArray<EpisodeSummary> episodes)
    {
        if (episodes.IsDefaultOrEmpty)
            throw new ArgumentException("There are no episodes.", nameof(episodes));
        Episodes = episodes;
        MeanReturn = episodes.Average(episode => episode.Return);
        MeanLength = episodes.Average(episode => (double)episode.Length);
        StandardDeviation = episodes.Length == 1 ? 0 : Math.Sqrt(episodes.Sum(episode => (episode.Return - MeanReturn) * (episode.Return - MeanReturn)) / (episodes.Length - 1));
    }

    /// <summary>The episodes, in the order of their seeds.</summary>
    public ImmutableArray<EpisodeSummary> Episodes { get; }

    /// <summary>The mean of their returns.</summary>
    public double MeanReturn { get; }

    /// <summary>The standard deviation of their returns, with n - 1 in the denominator; 0 for one episode.</summary>
    public double StandardDeviation { get; }

    /// <summary>The mean of their numbers of steps.</summary>
    public double MeanLength { get; }
}
