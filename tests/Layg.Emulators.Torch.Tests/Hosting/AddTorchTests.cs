using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Layg.Emulators.Torch.Tests;

public sealed class AddTorchTests
{
    [Test]
    public void AddTorch_Registered_LearnerEmulatesWithIt()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddLayg(options => { options.InitialTrainingThreshold = 600; options.CalibrationFraction = 0.25; })
            .AddTorch(options => options.MaxEpochs = 60)
            .Services.BuildServiceProvider();
        using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(x => -(x[0] * x[0]) - (x[1] * x[1]), 2);
        foreach (double[] point in TestFunctions.Normal(600, 2, 1).Chunk(2))
            learner.Evaluate(point);

        Evaluation answer = learner.Evaluate([0.3, 0.4]);

        answer.Source.Should().Be(EvaluationSource.Emulated);
        answer.Value.Should().BeApproximately(-0.25, 0.05);
    }

    [Test]
    public void AddTorch_TwoNames_HaveOptionsOfTheirOwn()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddLayg()
            .AddTorch(options => options.MaxEpochs = 5)
            .AddTorch(options => options.Patience = 0, "broken")
            .Services.BuildServiceProvider();

        services.GetKeyedService<IEmulator>("torch").Should().BeOfType<TorchEmulator>();
        services.Invoking(s => s.GetKeyedService<IEmulator>("broken")).Should().Throw<OptionsValidationException>().WithMessage("*Patience*");
    }
}
