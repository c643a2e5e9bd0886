using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Shared.Tensors.Tests.Hosting;

public sealed class AddTensorsTests
{
    [Test]
    public void AddTensors_WithoutConfiguration_HasDefaults()
    {
        TensorOptions options = Options();

        options.Device.Should().Be("auto");
        options.Threads.Should().Be(0);
        options.ResolvedThreads.Should().Be(Environment.ProcessorCount);
        options.Seed.Should().Be(0);
    }

    [TestCase("auto")]
    [TestCase("cpu")]
    public void Device_Allowed_IsKept(string device) => Options(options => options.Device = device).Device.Should().Be(device);

    [TestCase("cuda:99")]
    [TestCase("cuda:12345")]
    public void Device_GpuThatIsNotThere_IsRefusedWithTheReason(string device)
    {
        FluentActions.Invoking(() => Options(options => options.Device = device)).Should().Throw<OptionsValidationException>()
            .WithMessage($"*Device*'{device}'*libtorch*");
    }

    [TestCase("")]
    [TestCase("CPU")]
    [TestCase("gpu")]
    [TestCase("cuda:")]
    [TestCase("cuda:-1")]
    [TestCase("cuda: 1")]
    [TestCase("cuda:1x")]
    [TestCase("cuda:99999999999")]
    [TestCase("cudas")]
    [TestCase(null)]
    public void Device_Unknown_NamesValueAndAllowedForms(string? device)
    {
        FluentActions.Invoking(() => Options(options => options.Device = device!)).Should().Throw<OptionsValidationException>()
            .WithMessage($"*Device*'{device}'*\"auto\", \"cpu\", \"cuda\" and \"cuda:N\"*");
    }

    [TestCase(1, 1)]
    [TestCase(1024, 1024)]
    public void Threads_InRange_AreKept(int threads, int expected) => Options(options => options.Threads = threads).ResolvedThreads.Should().Be(expected);

    [TestCase(-1)]
    [TestCase(1025)]
    public void Threads_OutOfRange_NamesValueAndRange(int threads)
    {
        FluentActions.Invoking(() => Options(options => options.Threads = threads)).Should().Throw<OptionsValidationException>()
            .WithMessage($"*Threads*{threads}*0*1024*");
    }

    [Test]
    public void Options_SeveralWrong_AreReportedTogether()
    {
        FluentActions.Invoking(() => Options(options => (options.Device, options.Threads) = ("x", -1))).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().HaveCount(2);
    }

    [Test]
    public void StartupValidator_BadOptions_FailsAtStart()
    {
        using ServiceProvider provider = new ServiceCollection().AddTensors(options => options.Threads = -1).BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>();
    }

    [Test]
    public void AddTensors_Twice_AddsOnlyConfiguration()
    {
        IServiceCollection services = new ServiceCollection().AddTensors(options => (options.Seed, options.Threads) = (1, 3));
        services.AddTensors().AddTensors();
        services.AddTensors(options => options.Seed = 2);

        using ServiceProvider provider = services.BuildServiceProvider();
        TensorOptions options = provider.GetRequiredService<IOptions<TensorOptions>>().Value;
        options.Seed.Should().Be(2);
        options.Threads.Should().Be(3);
        provider.GetServices<RandomStreamFactory>().Should().ContainSingle().Which.Seed.Should().Be(2);
        provider.GetServices<IValidateOptions<TensorOptions>>().Should().ContainSingle();
    }

    [Test]
    public void AddTensors_AfterOwnFactory_KeepsIt()
    {
        var own = new RandomStreamFactory(77);
        using ServiceProvider provider = new ServiceCollection().AddSingleton(own).AddTensors().BuildServiceProvider();

        provider.GetRequiredService<RandomStreamFactory>().Should().BeSameAs(own);
    }

    [Test]
    public void Factory_OfSeed_SplitsItsStream()
    {
        using ServiceProvider provider = new ServiceCollection().AddTensors(options => options.Seed = -9).BuildServiceProvider();
        RandomStreamFactory factory = provider.GetRequiredService<RandomStreamFactory>();

        factory.Seed.Should().Be(-9);
        factory.Create("walker", 4).State.Should().Be(new RandomStream(-9).Split("walker", 4).State);
        factory.Create("walker").State.Should().Be(new RandomStream(-9).Split("walker").State);
        factory.Invoking(made => made.Create(null!)).Should().Throw<ArgumentNullException>();
    }

    [Test]
    public void AddTensors_Null_Throws() =>
        FluentActions.Invoking(() => SharedTensorsServiceCollectionExtensions.AddTensors(null!)).Should().Throw<ArgumentNullException>();

    private static TensorOptions Options(Action<TensorOptions>? configure = null)
    {
        using ServiceProvider provider = new ServiceCollection().AddTensors(configure).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<TensorOptions>>().Value;
    }
}
