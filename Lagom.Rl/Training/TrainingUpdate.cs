namespace Lagom.Rl;

/// <summary>What one <see cref="IAlgorithm.Advance"/> did.</summary>
/// <param name="Steps">How many environment steps it took, over all copies.</param>
/// <param name="Episodes">The episodes that ended in it, in the order of their ends.</param>
/// <param name="Metrics">Named figures of the learning, such as "loss/policy"; empty where nothing was learnt yet.</param>
public sealed record TrainingUpdate(long Steps, IReadOnlyList<EpisodeSummary> Episodes, IReadOnlyDictionary<string, double> Metrics);
