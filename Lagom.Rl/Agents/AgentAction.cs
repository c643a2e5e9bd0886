namespace Lagom.Rl;

/// <summary>An action, and what else the agent has to say of the moment it chose it in.</summary>
/// <typeparam name="TAction">The type of the action.</typeparam>
/// <param name="Action">What the environment is handed.</param>
/// <param name="Output">What is stored beside the transition, by name: "V", "action_logprob", "entropy", say.</param>
public readonly record struct AgentAction<TAction>(TAction Action, IReadOnlyDictionary<string, object> Output);
