using Layg;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers emulators whose errors adapt.</summary>
public static class AdaptiveErrorLaygBuilderExtensions
{
    /// <summary>Adds an <see cref="AdaptiveErrorEmulator"/> around an emulator registered before.</summary>
    /// <param name="builder">What <c>AddLayg</c> returned.</param>
    /// <param name="configure">Sets options of the adaptation.</param>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by.</param>
    /// <param name="inner">The emulator to wrap; null for the one registered last.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <exception cref="InvalidOperationException">No emulator was registered before.</exception>
    public static LaygBuilder AddAdaptiveErrors(this LaygBuilder builder, Action<AdaptiveErrorOptions>? configure = null, string name = "adaptive", string? inner = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new AdaptiveErrorOptions();
        configure?.Invoke(options);
        options.Validate();
        string wrapped = inner
            ?? builder.Services.Where(service => service.ServiceType == typeof(EmulatorName)).Select(service => ((EmulatorName)service.ImplementationInstance!).Name)
                .LastOrDefault(other => !other.Equals(name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException("There is nothing to wrap; register an emulator before AddAdaptiveErrors.");
        return builder.AddEmulator(name, services => new AdaptiveErrorEmulator(services.GetRequiredKeyedService<IEmulator>(wrapped), options));
    }
}
