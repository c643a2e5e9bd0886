namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds lagom's packages, each by extension methods of its own, to the services that <c>AddLagom</c> was called on.</summary>
public sealed class LagomBuilder
{
    internal LagomBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services being composed.</summary>
    public IServiceCollection Services { get; }
}
