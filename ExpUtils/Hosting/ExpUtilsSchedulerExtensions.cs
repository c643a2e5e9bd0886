using System.Diagnostics.CodeAnalysis;
using ExpUtils.Running;
using ExpUtils.Slurm;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds schedulers to a host. <see cref="IScheduler"/> is the first that was added; each is also there under its name, as a keyed service.</summary>
public static class ExpUtilsSchedulerExtensions
{
    /// <summary>Adds a scheduler that does runs on this machine, a process each, under the name <c>local</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="policy">How many at a time, how often and how long; null for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The policy is out of range.</exception>
    public static ExpUtilsBuilder AddLocalScheduler(this ExpUtilsBuilder builder, RunPolicy? policy = null)
    {
        policy?.Check();
        return builder.AddScheduler("local", services => new LocalScheduler(policy, services.GetService<ILogger<LocalRunner>>(), services.GetService<TimeProvider>()));
    }

    /// <summary>Adds a scheduler over a Slurm cluster, under the name <c>slurm</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">What jobs ask for.</param>
    /// <param name="worker">The program that a task starts, as for <see cref="SlurmScheduler"/>; null for <c>exputils work</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static ExpUtilsBuilder AddSlurmScheduler(this ExpUtilsBuilder builder, SlurmOptions options, IReadOnlyList<string>? worker = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return builder.AddScheduler("slurm", services => new SlurmScheduler(options, worker, services.GetService<ILogger<SlurmScheduler>>(), services.GetService<TimeProvider>()));
    }

    /// <summary>Adds a scheduler of one's own, whose constructor may take services; one added under the same name before stays.</summary>
    /// <typeparam name="TScheduler">The scheduler.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The key of the service.</param>
    /// <returns>The builder.</returns>
    public static ExpUtilsBuilder AddScheduler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TScheduler>(
        this ExpUtilsBuilder builder, string name)
        where TScheduler : class, IScheduler =>
        AddScheduler(builder, name, static services => ActivatorUtilities.CreateInstance<TScheduler>(services));

    /// <summary>Adds a scheduler of one's own; one added under the same name before stays.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The key of the service.</param>
    /// <param name="make">Makes the scheduler.</param>
    /// <returns>The builder.</returns>
    public static ExpUtilsBuilder AddScheduler(this ExpUtilsBuilder builder, string name, Func<IServiceProvider, IScheduler> make)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(make);
        builder.Services.TryAddKeyedSingleton(name, (services, _) => make(services));
        builder.Services.TryAddSingleton(services => services.GetRequiredKeyedService<IScheduler>(name));
        return builder;
    }
}
