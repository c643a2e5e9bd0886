using System.Text.Json.Nodes;

namespace Lagom.Rl;

/// <summary>What an experiment does for each configuration and seed; see <see cref="IExperiment.Run"/>.</summary>
/// <param name="job">The configuration, the seed, and the folder to write to.</param>
/// <param name="cancellationToken">Ends the job early.</param>
/// <returns>The result: anything that JSON can hold; null for none.</returns>
public delegate JsonNode? JobFunction(ExperimentJob job, CancellationToken cancellationToken);
