namespace ExpUtils;

/// <summary>A store under its name.</summary>
internal sealed record ResultStoreRegistration(string Name, Func<IServiceProvider, ExperimentDescription, IResultStore> Open);
