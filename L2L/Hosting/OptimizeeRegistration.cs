namespace L2L;

/// <summary>What is known of an optimizee of a name, once there are services.</summary>
internal sealed record OptimizeeRegistration(string Name, Func<IServiceProvider, OptimizeeEntry> Entry);
