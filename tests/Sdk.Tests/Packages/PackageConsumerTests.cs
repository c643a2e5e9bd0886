using System.Diagnostics;
using System.Text.Json;
using Sdk.Tests.Scripts;
using Sdk.Tests.Support;

namespace Sdk.Tests.Packages;

/// <summary>A stranger installs one package from a folder of packages and uses it.</summary>
[Category("Long")]
[Platform(Exclude = "Win", Reason = "The scripts need bash.")]
public sealed class PackageConsumerTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Layg.Emulators.CholeskyKnn" Version="*" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using Layg;
        using Layg.Emulators.CholeskyKnn;

        using Learner learner = Learner.Wrap((double[] x) => -x[0] * x[0] - x[1] * x[1], 2, new CholeskyKnnEmulator());
        var random = new Random(1);
        int emulated = 0;
        for (int i = 0; i < 2000; i++)
        {
            Evaluation answer = learner.Evaluate([random.NextDouble(), random.NextDouble()]);
            if (answer.Source == EvaluationSource.Emulated)
                emulated++;
        }

        Console.WriteLine($"emulated {emulated}");
        """;

    [Test]
    public void FreshProject_WithOnePackage_EmulatesAndGetsNoOtherSystem()
    {
        using var folder = new TemporaryFolder();
        string feed = Path.Combine(folder.Root, "feed");
        ProcessResult pack = Script.Run("build/pack", "--output", feed);
        pack.ExitCode.Should().Be(0, pack.Error);
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="folder" value="{feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages()}" /></fallbackPackageFolders>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder.Root, "packages")}" /></config>
            </configuration>
            """);
        folder.Write("Consumer/Consumer.csproj", Project);
        folder.Write("Consumer/Program.cs", Program);

        ProcessResult run = ProcessResult.Of(new ProcessStartInfo("dotnet", ["run", "-c", "Release"])
        {
            WorkingDirectory = Path.Combine(folder.Root, "Consumer"),
        });

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        int emulated = int.Parse(run.Output.Split("emulated ")[1]);
        emulated.Should().BeGreaterThan(900, "1000 points are learnt, and the function is a polynomial");
        InstalledPackages(folder).Intersect(Repository.PackageIds, StringComparer.Ordinal)
            .Should().BeEquivalentTo("Layg.Emulators.CholeskyKnn", "Layg.Core", "Shared.Tensors");
    }

    // Packages of others come from the machine's store where it has them, so that the test needs no network.
    private static string MachinePackages()
    {
        string folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.CreateDirectory(folder).FullName;
    }

    private static IEnumerable<string> InstalledPackages(TemporaryFolder folder)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Root, "Consumer", "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])];
    }
}
