namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The entry point that lagom's packages share; each adds to the builder it returns.</summary>
public static class LagomServiceCollectionExtensions
{
    /// <summary>Begins the registration of lagom's packages, with what all of them share (<c>AddTensors</c>). May be called more than once.</summary>
    /// <param name="services">The services to add to.</param>
    /// <returns>A builder that the installed packages add to.</returns>
    public static LagomBuilder AddLagom(this IServiceCollection services)
    {
        services.AddTensors();
        return new LagomBuilder(services);
    }
}
