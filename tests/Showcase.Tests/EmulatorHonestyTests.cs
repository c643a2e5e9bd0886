using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Showcase.Hosting;
using Showcase.Tuning;

namespace Showcase.Tests;

/// <summary>Whether the errors stated with emulated answers hold: all of them are checked exactly, not only a sample.</summary>
[TestFixture]
[Category("Long")]
internal sealed class EmulatorHonestyTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("showcase").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    // 95.45 % are meant. With these seeds it is 92, 96 and 93 %, and without AdaptiveErrorEmulator 83, 83 and 85 %.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Tuning_AllEmulatedAnswers_LieWithinTheirErrors(int seed)
    {
        var settings = new ShowcaseSettings
        {
            Seed = seed, CalibrationPoints = int.MaxValue, Finalists = 1, SearchesPerFitness = 16, SearchGenerations = 30, Episodes = 4, TestEpisodes = 32,
        };
        using IHost host = ShowcaseHost.Build(settings, new StateFolder(_folder));
        await host.Services.GetRequiredService<TuningStage>().RunAsync(_ => { }, CancellationToken.None);
        Verification verification = host.Services.GetRequiredService<VerificationStage>().Run(_ => { }, CancellationToken.None);
        IReadOnlyList<EmulatedCall> calls = host.Services.GetRequiredService<EmulatedSearch>().Calls;
        double emulated = (double)verification.Calibration.Count / calls.Count;
        TestContext.Out.WriteLine($"seed {seed}: {emulated:P1} emulated, {verification.Coverage:P1} of {verification.Calibration.Count} within their error");
        emulated.Should().BeGreaterThan(0.65);
        verification.Coverage.Should().BeGreaterThan(0.9);
    }
}
