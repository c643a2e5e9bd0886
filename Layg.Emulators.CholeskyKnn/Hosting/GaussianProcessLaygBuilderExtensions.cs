using Layg;
using Layg.Emulators.CholeskyKnn;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Gaussian-process emulator.</summary>
public static class GaussianProcessLaygBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="GaussianProcessEmulator"/>. May be called more than once with a name; only the configuration adds up.
    /// </summary>
    /// <param name="builder">What <c>AddLayg</c> returned.</param>
    /// <param name="configure">Sets options of the emulator; they are checked when the host starts or the emulator is made.</param>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by. Different names are emulators with options of their own.</param>
    /// <returns>The builder.</returns>
    public static LaygBuilder AddGaussianProcess(this LaygBuilder builder, Action<GaussianProcessOptions>? configure = null, string name = "gaussian-process")
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddEmulator(name, services => new GaussianProcessEmulator(services.GetRequiredService<IOptionsMonitor<GaussianProcessOptions>>().Get(name)));
        builder.Services.AddOptions<GaussianProcessOptions>(name).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GaussianProcessOptions>, GaussianProcessOptionsValidator>());
        if (configure is not null)
            builder.Services.Configure(name, configure);
        return builder;
    }
}
