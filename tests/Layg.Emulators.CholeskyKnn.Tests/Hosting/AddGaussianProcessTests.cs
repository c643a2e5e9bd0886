using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Layg.Emulators.CholeskyKnn.Tests.Hosting;

public sealed class AddGaussianProcessTests
{
    [Test]
    public void AddGaussianProcess_Learner_EmulatesWithTheConfiguredOptions()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddLayg(o => o.InitialTrainingThreshold = 200)
            .AddGaussianProcess(o => o.Kernel = CovarianceKernel.SquaredExponential)
            .AddGaussianProcess(o => o.Restarts = 0)
            .Services.BuildServiceProvider();
        using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(x => Math.Sin(x[0]), dimension: 1);
        for (int i = 0; i < 200; i++)
            learner.Evaluate([i / 200.0]);
        learner.Evaluate([0.5025]).Source.Should().Be(EvaluationSource.Emulated);
        GaussianProcessOptions options = services.GetRequiredService<IOptionsMonitor<GaussianProcessOptions>>().Get("gaussian-process");
        (options.Kernel, options.Restarts).Should().Be((CovarianceKernel.SquaredExponential, 0));
    }

    [Test]
    public void AddGaussianProcess_BadOption_IsReportedByName()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg().AddGaussianProcess(o => o.Nugget = -1).Services.BuildServiceProvider();
        services.GetRequiredService<LearnerFactory>().Invoking(f => f.Wrap(x => x[0], 1))
            .Should().Throw<OptionsValidationException>().WithMessage("*Nugget is -1*1e-14 to 1*");
    }
}
