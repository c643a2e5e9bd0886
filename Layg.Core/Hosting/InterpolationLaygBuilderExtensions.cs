using Layg;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the interpolation emulator.</summary>
public static class InterpolationLaygBuilderExtensions
{
    /// <summary>Adds <see cref="InterpolationEmulator"/>. May be called more than once with a name; only the configuration adds up.</summary>
    /// <param name="builder">What <c>AddLayg</c> returned.</param>
    /// <param name="configure">Sets options of the emulator; they are checked when the host starts or the emulator is made.</param>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by. Different names are emulators with options of their own.</param>
    /// <returns>The builder.</returns>
    public static LaygBuilder AddInterpolation(this LaygBuilder builder, Action<InterpolationOptions>? configure = null, string name = "interpolation")
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddEmulator(name, services => new InterpolationEmulator(services.GetRequiredService<IOptionsMonitor<InterpolationOptions>>().Get(name)));
        builder.Services.AddOptions<InterpolationOptions>(name).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InterpolationOptions>, InterpolationOptionsValidator>());
        if (configure is not null)
            builder.Services.Configure(name, configure);
        return builder;
    }
}
