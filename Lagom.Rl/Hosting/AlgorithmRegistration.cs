using Lagom.Rl;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers an algorithm, whichever it is.</summary>
internal static class AlgorithmRegistration
{
    /// <summary>Adds an <see cref="AlgorithmFactory{TAlgorithm}"/>, and the environments. The first call counts.</summary>
    /// <param name="builder">The builder that <c>AddLagom</c> returned.</param>
    /// <param name="options">How it learns; null for <paramref name="optionsFor"/> each environment.</param>
    /// <param name="optionsFor">The options for an environment.</param>
    /// <param name="copies">How many copies of the environment those options want.</param>
    /// <param name="create">Makes the algorithm.</param>
    public static LagomBuilder AddAlgorithm<TAlgorithm, TOptions>(
        this LagomBuilder builder, TOptions? options, Func<string, TOptions> optionsFor, Func<TOptions, int> copies, Func<IEnvironmentBatch, TOptions, TAlgorithm> create)
        where TAlgorithm : class, IAlgorithm
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddRl();
        builder.Services.TryAddSingleton(services =>
        {
            var registry = services.GetRequiredService<EnvironmentRegistry>();
            return new AlgorithmFactory<TAlgorithm>(environment =>
            {
                TOptions chosen = options ?? optionsFor(environment);
                return create(registry.MakeBatch(environment, copies(chosen)), chosen);
            });
        });
        return builder;
    }
}
