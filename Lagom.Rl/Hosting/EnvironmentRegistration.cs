namespace Lagom.Rl;

/// <summary>How an environment of an id is made in a host.</summary>
internal sealed record EnvironmentRegistration(EnvironmentSpec Spec, Func<IServiceProvider, IEnvironment> Create);
