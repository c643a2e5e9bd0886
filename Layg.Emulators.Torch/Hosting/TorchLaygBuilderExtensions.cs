using Layg;
using Layg.Emulators.Torch;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the neural-network emulator.</summary>
public static class TorchLaygBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="TorchEmulator"/>. May be called more than once with a name; only the configuration adds up.
    /// </summary>
    /// <param name="builder">What <c>AddLayg</c> returned.</param>
    /// <param name="configure">Sets options of the emulator; they are checked when the host starts or the emulator is made.</param>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by. Different names are emulators with options of their own.</param>
    /// <returns>The builder.</returns>
    public static LaygBuilder AddTorch(this LaygBuilder builder, Action<TorchOptions>? configure = null, string name = "torch")
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddEmulator(name, services => new TorchEmulator(services.GetRequiredService<IOptionsMonitor<TorchOptions>>().Get(name)));
        builder.Services.AddOptions<TorchOptions>(name).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TorchOptions>, TorchOptionsValidator>());
        if (configure is not null)
            builder.Services.Configure(name, configure);
        return builder;
    }
}
