using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ExpUtils.Tests.Hosting;

[TestFixture]
public sealed class AddExpUtilsTests
{
    private TemporaryFolder _scratch = null!;

    [SetUp]
    public void MakeProject()
    {
        _scratch = new TemporaryFolder();
        File.WriteAllText(_scratch["config.json"], """{"save_path": "results/{name}/{params}"}""");
        Directory.CreateDirectory(_scratch["experiments/MountainCar"]);
        File.WriteAllText(_scratch["experiments/MountainCar/sarsa.json"], """{"metaParameters": {"alpha": [0.1, 0.2]}}""");
    }

    [TearDown]
    public void RemoveProject() => _scratch.Dispose();

    [TestCase("sqlite", "results/MountainCar/sarsa.sqlite")]
    [TestCase("folders", "results/MountainCar/sarsa.runs")]
    public void Open_OfAStore_LiesInTheResultsFolder(string name, string path)
    {
        using ServiceProvider services = Services(options => options.Store = name);
        var source = services.GetRequiredService<IExperimentSource>();
        source.List().Should().Equal("MountainCar/sarsa");
        ExperimentDescription experiment = source.Open("MountainCar/sarsa");
        using (IResultStore store = services.GetRequiredService<IResultStores>().Open(experiment))
        {
            using IRunWriter writer = store.Begin(experiment, 0);
            writer.Complete();
        }

        Path.Exists(_scratch[path]).Should().BeTrue();
        using IResultStore again = services.GetRequiredService<IResultStores>().Open(experiment, name.ToUpperInvariant());
        again.ListMissing(experiment).Should().Equal(1);
    }

    [Test]
    public void AddExpUtils_Twice_ChangesNothing()
    {
        var services = new ServiceCollection();
        services.AddExpUtils();
        int count = services.Count;
        services.AddExpUtils().AddResultStore("SQLite", (_, _) => throw new NotSupportedException());
        services.Should().HaveCount(count);
    }

    [Test]
    public void AddResultStore_OfTheUsersOwn_IsFound()
    {
        using var own = new FolderResultStore(_scratch["own"]);
        var collection = new ServiceCollection();
        collection.AddExpUtils(options => options.Root = _scratch.Path).AddResultStore("own", (_, _) => own).UseExperimentSource<OneExperiment>();
        using ServiceProvider services = collection.BuildServiceProvider();
        ExperimentDescription experiment = services.GetRequiredService<IExperimentSource>().Open("any");
        services.GetRequiredService<IResultStores>().Open(experiment, "own").Should().BeSameAs(own);
        services.GetRequiredService<IResultStores>().Invoking(stores => stores.Open(experiment, "sqlit")).Should().Throw<ArgumentException>().WithMessage("*Did you mean 'sqlite'*");
    }

    [Test]
    public void Options_ThatAreWrong_AreNamed()
    {
        using ServiceProvider services = Services(options =>
        {
            options.Store = "tape";
            options.Experiments = options.Experiments with { SweepKeys = [] };
        });
        services.Invoking(it => it.GetRequiredService<IOptions<ExpUtilsOptions>>().Value).Should().Throw<OptionsValidationException>()
            .WithMessage("*SweepKeys*").And.Failures.Should().Contain(failure => failure.Contains("'tape'", StringComparison.Ordinal) && failure.Contains("sqlite, folders", StringComparison.Ordinal));
    }

    [Test]
    public void Open_UnknownExperiment_SuggestsTheNearest()
    {
        using ServiceProvider services = Services(null);
        services.GetRequiredService<IExperimentSource>().Invoking(source => source.Open("MountainCar/sarso")).Should().Throw<ExpUtilsException>()
            .WithMessage("*Did you mean 'MountainCar/sarsa'*");
    }

    private ServiceProvider Services(Action<ExpUtilsOptions>? configure)
    {
        var services = new ServiceCollection();
        services.AddExpUtils(options => options.Root = _scratch.Path);
        services.AddExpUtils(configure);
        return services.BuildServiceProvider();
    }

    private sealed class OneExperiment : IExperimentSource
    {
        public IReadOnlyList<string> List() => ["any"];

        public ExperimentDescription Open(string name) => ExperimentDescription.Parse("""{"metaParameters": {}}""");
    }
}
