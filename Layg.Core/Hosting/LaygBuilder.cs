using System.Diagnostics.CodeAnalysis;
using Layg;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds emulators to the services that <c>AddLayg</c> registered.</summary>
public sealed class LaygBuilder
{
    internal LaygBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services being composed.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Registers an emulator; its constructor may take services.</summary>
    /// <typeparam name="TEmulator">The emulator.</typeparam>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by; the type's name if null.</param>
    /// <returns>This builder.</returns>
    public LaygBuilder AddEmulator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEmulator>(string? name = null)
        where TEmulator : class, IEmulator =>
        AddEmulator(name ?? typeof(TEmulator).Name, static services => ActivatorUtilities.CreateInstance<TEmulator>(services));

    /// <summary>
    /// Registers an emulator made by a delegate, once. An emulator registered under the same name before stays.
    /// It is also the keyed service <see cref="IEmulator"/> of that name.
    /// </summary>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by.</param>
    /// <param name="create">Makes the emulator.</param>
    /// <returns>This builder.</returns>
    public LaygBuilder AddEmulator(string name, Func<IServiceProvider, IEmulator> create)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(create);
        bool known = Services.Any(service => service.ServiceType == typeof(EmulatorName) &&
            ((EmulatorName)service.ImplementationInstance!).Name.Equals(name, StringComparison.Ordinal));
        if (known)
            return this;
        Services.AddSingleton(new EmulatorName(name));
        Services.TryAddKeyedSingleton(name, (services, _) => create(services));
        return this;
    }
}
