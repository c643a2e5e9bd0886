using ExpUtils.Slurm;
using Microsoft.Extensions.DependencyInjection;

namespace ExpUtils.Running.Tests.Hosting;

public sealed class SchedulerRegistrationTests
{
    [Test]
    public void AddSchedulers_TwiceAndOwn_FirstIsTheDefaultAndEachHasItsName()
    {
        var services = new ServiceCollection();
        services.AddExpUtils().AddSlurmScheduler(new SlurmOptions { Time = SlurmTime.Hours(1) }).AddLocalScheduler().AddLocalScheduler();
        services.AddExpUtils().AddScheduler<OwnScheduler>("own").AddScheduler("own", _ => throw new InvalidOperationException());
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IScheduler>().Should().BeOfType<SlurmScheduler>().And.BeSameAs(provider.GetRequiredKeyedService<IScheduler>("slurm"));
        provider.GetRequiredKeyedService<IScheduler>("local").Should().BeOfType<LocalScheduler>();
        provider.GetRequiredKeyedService<IScheduler>("own").Should().BeOfType<OwnScheduler>();
        services.Count(service => service.ServiceType == typeof(IScheduler)).Should().Be(4);
    }

    [Test]
    public void AddSlurmScheduler_WrongOptions_ThrowsAtOnce() =>
        FluentActions.Invoking(() => new ServiceCollection().AddExpUtils().AddSlurmScheduler(new SlurmOptions { Time = SlurmTime.Hours(1), Cores = 0 }))
            .Should().Throw<ArgumentException>().WithMessage("*Cores*");

    private sealed class OwnScheduler : IScheduler
    {
        public Task<ScheduleResult> ScheduleAsync(ScheduleRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new ScheduleResult { Submitted = [] });

        public Task<IReadOnlyDictionary<long, RunStatus>> InFlightAsync(RunJournal journal, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyDictionary<long, RunStatus>>(new Dictionary<long, RunStatus>());

        public Task CancelAsync(RunJournal journal, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
