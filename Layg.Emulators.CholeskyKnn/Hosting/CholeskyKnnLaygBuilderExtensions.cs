using Layg;
using Layg.Emulators.CholeskyKnn;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Cholesky nearest-neighbour emulator.</summary>
public static class CholeskyKnnLaygBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="CholeskyKnnEmulator"/>. May be called more than once with a name; only the configuration adds up.
    /// </summary>
    /// <param name="builder">What <c>AddLayg</c> returned.</param>
    /// <param name="configure">Sets options of the emulator; they are checked when the host starts or the emulator is made.</param>
    /// <param name="name">What <see cref="LearnerFactory"/> finds it by. Different names are emulators with options of their own.</param>
    /// <returns>The builder.</returns>
    public static LaygBuilder AddCholeskyKnn(this LaygBuilder builder, Action<CholeskyKnnOptions>? configure = null, string name = "cholesky-knn")
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddEmulator(name, services => new CholeskyKnnEmulator(services.GetRequiredService<IOptionsMonitor<CholeskyKnnOptions>>().Get(name)));
        builder.Services.AddOptions<CholeskyKnnOptions>(name).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CholeskyKnnOptions>, CholeskyKnnOptionsValidator>());
        if (configure is not null)
            builder.Services.Configure(name, configure);
        return builder;
    }
}
