namespace Lagom.Rl;

/// <summary>How an episode begins.</summary>
/// <typeparam name="TObservation">The type of the observation.</typeparam>
/// <param name="Observation">What the agent sees first.</param>
/// <param name="Info">What else the environment tells, by name.</param>
public readonly record struct ResetResult<TObservation>(TObservation Observation, IReadOnlyDictionary<string, object> Info);
