using Layg;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the choice among emulators.</summary>
public static class SelectionLaygBuilderExtensions
{
    /// <summary>Adds a <see cref="SelectingEmulator"/> over emulators registered before.</summary>
    /// <param name="builder">What <c>AddLayg</c> returned.</param>
    /// <param name="configure">Sets options of the choice.</param>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by.</param>
    /// <param name="candidates">Names of the emulators to choose from; none for all that were registered before.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <exception cref="InvalidOperationException">No emulator was registered before.</exception>
    public static LaygBuilder AddSelection(
        this LaygBuilder builder, Action<SelectionOptions>? configure = null, string name = "selection", params string[] candidates)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(candidates);
        var options = new SelectionOptions();
        configure?.Invoke(options);
        options.Validate();
        string[] names = candidates.Length > 0
            ? candidates
            : [.. builder.Services.Where(service => service.ServiceType == typeof(EmulatorName)).Select(service => ((EmulatorName)service.ImplementationInstance!).Name).Where(other => !other.Equals(name, StringComparison.Ordinal))];
        if (names.Length == 0)
            throw new InvalidOperationException("There is nothing to choose from; register emulators before AddSelection.");
        return builder.AddEmulator(
            name, services => new SelectingEmulator(names.Select(candidate => new EmulatorCandidate(candidate, services.GetRequiredKeyedService<IEmulator>(candidate))), options));
    }
}
