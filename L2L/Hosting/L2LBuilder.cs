using System.Diagnostics.CodeAnalysis;
using L2L;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to what <c>AddL2L()</c> registered.</summary>
public sealed class L2LBuilder
{
    internal L2LBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers an optimizer of one's own, once; one registered under the same name before stays.</summary>
    /// <typeparam name="TOptions">Its options, which can be set from texts.</typeparam>
    /// <param name="name">What <see cref="IOptimizerFactory"/> finds it by; case does not matter.</param>
    /// <param name="summary">What it is, in one line.</param>
    /// <param name="create">Makes one.</param>
    /// <returns>This builder.</returns>
    public L2LBuilder AddOptimizer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        string name, string summary, Func<SearchProblem, TOptions, IOptimizer> create)
        where TOptions : OptimizerOptions, new()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return AddOptimizer(OptimizerCatalog.Entry(name, summary, create));
    }

    /// <summary>Registers an optimizer of one's own, once; one registered under the same name before stays.</summary>
    /// <param name="entry">The optimizer.</param>
    /// <returns>This builder.</returns>
    public L2LBuilder AddOptimizer(OptimizerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!Has<OptimizerEntry>(known => known.Name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase)))
            Services.AddSingleton(entry);
        return this;
    }

    /// <summary>Registers an optimizee of one's own, once; one registered under the same name before stays.</summary>
    /// <param name="entry">The optimizee.</param>
    /// <returns>This builder.</returns>
    public L2LBuilder AddOptimizee(OptimizeeEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Add(new OptimizeeRegistration(entry.Name, _ => entry));
    }

    /// <summary>Registers an optimizee of one's own that has no settings, once; one registered under the same name before stays. Its constructor may take services.</summary>
    /// <typeparam name="TOptimizee">The optimizee.</typeparam>
    /// <param name="name">What <see cref="IOptimizeeFactory"/> finds it by; case does not matter.</param>
    /// <param name="weights">The weights that make its fitness what is to be optimised.</param>
    /// <returns>This builder.</returns>
    public L2LBuilder AddOptimizee<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TOptimizee>(string name, FitnessWeights weights)
        where TOptimizee : class, IOptimizee =>
        AddOptimizee(name, weights, static services => ActivatorUtilities.CreateInstance<TOptimizee>(services));

    /// <summary>Registers an optimizee without settings that a delegate makes, once; one registered under the same name before stays.</summary>
    /// <param name="name">What <see cref="IOptimizeeFactory"/> finds it by; case does not matter.</param>
    /// <param name="weights">The weights that make its fitness what is to be optimised.</param>
    /// <param name="create">Makes one.</param>
    /// <returns>This builder.</returns>
    public L2LBuilder AddOptimizee(string name, FitnessWeights weights, Func<IServiceProvider, IOptimizee> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(create);
        return Add(new OptimizeeRegistration(name, services => new OptimizeeEntry(name, "", weights, [], _ => create(services))));
    }

    private L2LBuilder Add(OptimizeeRegistration registration)
    {
        if (!Has<OptimizeeRegistration>(known => known.Name.Equals(registration.Name, StringComparison.OrdinalIgnoreCase)))
            Services.AddSingleton(registration);
        return this;
    }

    private bool Has<T>(Func<T, bool> matches)
        where T : class =>
        Services.Any(service => service.ServiceType == typeof(T) && service.ImplementationInstance is T known && matches(known));
}
