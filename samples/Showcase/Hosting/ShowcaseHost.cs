using ExpUtils.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Showcase.Comparing;
using Showcase.Policies;
using Showcase.Refining;
using Showcase.Tuning;

namespace Showcase.Hosting;

/// <summary>Puts all packages into one host.</summary>
internal static class ShowcaseHost
{
    private const double RetrainGrowth = 1.2;
    private const double AuditedShare = 0.1;
    private const int FewestCalibrationPoints = 10;

    /// <summary>The host; its log goes into the folder.</summary>
    public static IHost Build(ShowcaseSettings settings, StateFolder folder)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "showcase" });
        builder.Logging.AddProvider(new FileLog(folder["run.log"], TimeProvider.System));
        IServiceCollection services = builder.Services;
        services.AddMetrics();
        services.AddLagom().AddEvolution().AddRl();
        services.AddLayg(options =>
        {
            options.AbsoluteTolerance = settings.Tolerance;
            options.InitialTrainingThreshold = settings.FirstTraining;
            options.RetrainGrowth = RetrainGrowth;
            options.AuditProbability = AuditedShare;
            options.Seed = settings.Seed;
        }).AddGaussianProcess(options => options.MinimumCalibrationPoints = FewestCalibrationPoints).AddAdaptiveErrors();
        services.AddL2L();
        services.AddExpUtils(options => options.Root = folder["comparison"]);
        services.AddEvoGrad(options => options.Seed = settings.Seed);

        services.AddSingleton(settings);
        services.AddSingleton(folder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<MetricTotals>();
        services.AddSingleton<PolicySearch>();
        services.AddSingleton<SettingFitness>();
        services.AddSingleton<EmulatedSearch>();
        services.AddSingleton(provider => new LocalRunner(new RunPolicy { Parallelism = settings.Threads }, provider.GetRequiredService<ILogger<LocalRunner>>()));
        services.AddSingleton<TuningStage>();
        services.AddSingleton<VerificationStage>();
        services.AddSingleton<ComparisonStage>();
        services.AddSingleton<RefinementStage>();
        services.AddSingleton<ShowcaseRun>();
        return builder.Build();
    }
}
