using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Layg.Tests.Hosting;

public sealed class AddLaygTests
{
    [Test]
    public void Wrap_OneEmulatorRegistered_NeedsNoName()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg(o => o.InitialTrainingThreshold = 4).AddEmulator<MeanEmulator>().Services.BuildServiceProvider();
        using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(_ => 3.0, 1);
        for (int i = 0; i < 4; i++)
            learner.Evaluate([i]);
        learner.Evaluate([9]).Should().Be(learner.Evaluate([9]));
        learner.IsTrained.Should().BeTrue();
    }

    [Test]
    public void Wrap_SeveralEmulators_FindsThemByNameAndTakesTheLastOtherwise()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg(o => o.InitialTrainingThreshold = 2)
            .AddEmulator("one", _ => new FakeEmulator(_ => 1, _ => 0.001))
            .AddEmulator("two", _ => new FakeEmulator(_ => 2, _ => 0.001))
            .Services.BuildServiceProvider();
        var factory = services.GetRequiredService<LearnerFactory>();

        Emulated("one").Should().Be(1);
        Emulated("two").Should().Be(2);
        Emulated(null).Should().Be(2);
        services.GetRequiredKeyedService<IEmulator>("one").Should().BeSameAs(services.GetRequiredKeyedService<IEmulator>("one"));

        double Emulated(string? name)
        {
            using Learner learner = factory.Wrap(x => x[0], 1, name);
            learner.Evaluate([1]);
            learner.Evaluate([2]);
            return learner.Evaluate([3]).Value;
        }
    }

    [Test]
    public void AddLayg_Twice_ChangesNothingButTheConfiguration()
    {
        var services = new ServiceCollection();
        services.AddLayg(o => o.AbsoluteTolerance = 1).AddEmulator<MeanEmulator>();
        int count = services.Count;
        services.AddLayg().AddEmulator<MeanEmulator>();
        services.Where(s => s.ServiceType == typeof(LearnerFactory)).Should().ContainSingle();
        services.Where(s => s.ServiceType == typeof(IEmulator)).Should().ContainSingle();
        services.AddLayg(o => o.Seed = 5);
        using ServiceProvider provider = services.BuildServiceProvider();
        LearnerOptions options = provider.GetRequiredService<IOptions<LearnerOptions>>().Value;
        (options.AbsoluteTolerance, options.Seed).Should().Be((1, 5));
        count.Should().BeGreaterThan(0);
    }

    [Test]
    public void Wrap_UnknownEmulator_SuggestsTheNearest()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg().AddEmulator<MeanEmulator>("cholesky-knn").Services.BuildServiceProvider();
        services.GetRequiredService<LearnerFactory>().Invoking(f => f.Wrap(x => x[0], 1, "cholesky_knn"))
            .Should().Throw<InvalidOperationException>().WithMessage("*'cholesky_knn'*Did you mean 'cholesky-knn'?*");
    }

    [Test]
    public void Wrap_NoEmulator_SaysWhichCallsAddOne()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg().Services.BuildServiceProvider();
        services.GetRequiredService<LearnerFactory>().Invoking(f => f.Wrap(x => x[0], 1))
            .Should().Throw<InvalidOperationException>().WithMessage("*AddCholeskyKnn()*AddEmulator<T>()*");
    }

    [Test]
    public void AddLayg_BadOption_IsReportedByName()
    {
        using ServiceProvider services = new ServiceCollection().AddLayg(o => o.RetrainGrowth = 0.5).AddEmulator<MeanEmulator>().Services.BuildServiceProvider();
        services.Invoking(s => s.GetRequiredService<LearnerFactory>()).Should().Throw<OptionsValidationException>().WithMessage("*RetrainGrowth is 0.5*above 1*");
    }

    [Test]
    public void Metrics_CallsAndRefusals_ReachAListener()
    {
        var measured = new Dictionary<string, long>(StringComparer.Ordinal);
        using ServiceProvider services = new ServiceCollection().AddMetrics().AddLayg(o => o.InitialTrainingThreshold = 3)
            .AddEmulator("fake", _ => new FakeEmulator(_ => 0, x => x[0] > 100 ? 1 : 0.001)).Services.BuildServiceProvider();
        using Learner learner = services.GetRequiredService<LearnerFactory>().Wrap(x => x[0], 1);
        using var listener = new MeterListener();
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "Layg" && ReferenceEquals(instrument.Meter.Scope, meters))
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count($"{instrument.Name} {tags[0].Value}", value));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Count(instrument.Name, 1));
        listener.Start();

        foreach (double x in new double[] { 1, 2, 3, 3, 4, 200 })
            learner.Evaluate([x]);

        measured.Should().BeEquivalentTo(new Dictionary<string, long>
        {
            ["layg.calls exact"] = 4, ["layg.calls known"] = 1, ["layg.calls emulated"] = 1, ["layg.refusals error"] = 1, ["layg.training.duration"] = 1,
        });

        void Count(string name, long value) => measured[name] = measured.GetValueOrDefault(name) + value;
    }
}
