using System.Diagnostics;
using System.Text.Json;
using Sdk.Tests.Scripts;
using Sdk.Tests.Support;

namespace Sdk.Tests.Packages;

/// <summary>A stranger installs one package from a folder of packages and runs the example of the README.</summary>
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

    [Test]
    public void FreshProject_WithOnePackage_RunsTheReadmeAndGetsNoOtherSystem()
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
        folder.Write("Consumer/Program.cs", FirstExample());

        ProcessResult run = ProcessResult.Of(new ProcessStartInfo("dotnet", ["run", "-c", "Release"])
        {
            WorkingDirectory = Path.Combine(folder.Root, "Consumer"),
        });

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        int emulated = int.Parse(run.Output.Split('%')[0]);
        emulated.Should().BeInRange(95, 99, "of 40020 calls 1000 are learnt, and the function is a polynomial");
        InstalledPackages(folder).Intersect(Repository.PackageIds, StringComparer.Ordinal)
            .Should().BeEquivalentTo("Layg.Emulators.CholeskyKnn", "Layg.Core", "Shared.Tensors");
    }

    private static string FirstExample() =>
        File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("```csharp")[1].Split("```")[0];

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
