using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Layg.Emulators.CholeskyKnn.Tests.Hosting;

public sealed class AddCholeskyKnnTests
{
    [Test]
    public void AddCholeskyKnn_Learner_EmulatesWithTheConfiguredOptions()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddLayg(o => o.InitialTrainingThreshold = 200)
            .AddCholeskyKnn(o => o.Degree = 1)
            .AddCholeskyKnn(o => o.MinimumCalibrationPoints = 50)
            .Services.BuildServiceProvider();
        using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(x => 3 * x[0], dimension: 1);
        for (int i = 0; i < 200; i++)
            learner.Evaluate([i / 200.0]);

        learner.Evaluate([0.5025]).Source.Should().Be(EvaluationSource.Emulated);
        CholeskyKnnOptions options = services.GetRequiredService<IOptionsMonitor<CholeskyKnnOptions>>().Get("cholesky-knn");
        (options.Degree, options.MinimumCalibrationPoints).Should().Be((1, 50));
        services.GetServices<IEmulator>().Should().BeEmpty("emulators are keyed by name");
        services.GetRequiredKeyedService<IEmulator>("cholesky-knn").Should().BeOfType<CholeskyKnnEmulator>();
    }

    [Test]
    public void AddCholeskyKnn_TwoNames_AreTwoEmulators()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg()
            .AddCholeskyKnn(o => o.Degree = 1, "linear").AddCholeskyKnn(o => o.Degree = 3, "cubic").Services.BuildServiceProvider();
        IOptionsMonitor<CholeskyKnnOptions> options = services.GetRequiredService<IOptionsMonitor<CholeskyKnnOptions>>();
        options.Get("linear").Degree.Should().Be(1);
        options.Get("cubic").Degree.Should().Be(3);
        services.GetRequiredKeyedService<IEmulator>("linear").Should().NotBeSameAs(services.GetRequiredKeyedService<IEmulator>("cubic"));
    }

    [Test]
    public void AddCholeskyKnn_BadOption_IsReportedByName()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg().AddCholeskyKnn(o => o.DecisionLevel = 1).Services.BuildServiceProvider();
        services.GetRequiredService<LearnerFactory>().Invoking(f => f.Wrap(x => x[0], 1))
            .Should().Throw<OptionsValidationException>().WithMessage("*DecisionLevel is 1*between 0 and 1*");
    }
}
