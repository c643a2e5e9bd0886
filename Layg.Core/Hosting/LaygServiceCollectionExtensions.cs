using Layg;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers learn-as-you-go emulation.</summary>
public static class LaygServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="LearnerFactory"/> and its options. May be called more than once; only the configuration adds up.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets options of all learners; they are checked when the host starts or the first learner is made.</param>
    /// <returns>A builder that adds emulators.</returns>
    public static LaygBuilder AddLayg(this IServiceCollection services, Action<LearnerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<LearnerOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LearnerOptions>, LearnerOptionsValidator>());
        services.TryAddSingleton<LearnerFactory>();
        if (configure is not null)
            services.Configure(configure);
        return new LaygBuilder(services);
    }

    /// <summary>Sets the options that <see cref="LearnerFactory.Share"/> connects learners with.</summary>
    /// <param name="builder">What <c>AddLayg</c> returned.</param>
    /// <param name="configure">Sets options; they are checked when the host starts or the first learner is shared.</param>
    /// <returns>The builder.</returns>
    public static LaygBuilder ConfigureSharing(this LaygBuilder builder, Action<SharingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<SharingOptions>().Configure(configure)
            .Validate(static options => options.ReadInterval >= TimeSpan.Zero, $"The option {nameof(SharingOptions.ReadInterval)} must not be negative.").ValidateOnStart();
        return builder;
    }
}
