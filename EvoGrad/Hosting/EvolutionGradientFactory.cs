using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EvoGrad;

/// <summary>Makes searches with the options and logging of a service provider.</summary>
public sealed class EvolutionGradientFactory
{
    private readonly EvolutionGradientOptions _options;
    private readonly ILogger<EvolutionGradient>? _logger;

    /// <summary>Creates the factory. Called by the service provider.</summary>
    /// <param name="services">Where logging comes from, if there is any.</param>
    /// <param name="options">The options of all searches.</param>
    public EvolutionGradientFactory(IServiceProvider services, IOptions<EvolutionGradientOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger<EvolutionGradient>();
    }

    /// <summary>Makes a search of a population.</summary>
    /// <param name="population">The population; its learnt parameters are changed.</param>
    /// <param name="fitness">How good individuals are.</param>
    /// <param name="configure">Changes options of this search; those of the service provider stay as they are.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or no parameter can be learnt.</exception>
    public EvolutionGradient Create(IPopulation population, Fitness fitness, Action<EvolutionGradientOptions>? configure = null)
    {
        EvolutionGradientOptions options = _options.Copy();
        configure?.Invoke(options);
        return new EvolutionGradient(population, fitness, options, _logger);
    }
}
