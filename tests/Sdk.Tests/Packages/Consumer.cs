using System.Diagnostics;
using System.Text.Json;
using Sdk.Tests.Support;

namespace Sdk.Tests.Packages;

/// <summary>A stranger's project: a program and the packages that it names.</summary>
internal sealed class Consumer
{
    private readonly string _folder;
    private readonly string _name;

    public Consumer(TemporaryFolder folder, string name, string program, IEnumerable<string> packages)
    {
        _name = name;
        _folder = Path.Combine(folder.Path, name);
        folder.Write($"{name}/Program.cs", program);
        folder.Write($"{name}/{name}.csproj", $"""
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
                {string.Join('\n', packages.Select(package => $"<PackageReference Include=\"{package.Split('/')[0]}\" Version=\"{(package.Contains('/') ? package.Split('/')[1] : "*")}\" />"))}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Builds and runs the program, which must end well; returns what it printed.</summary>
    public string Run()
    {
        ProcessResult run = ProcessResult.Of(new ProcessStartInfo("dotnet", ["run", "-c", "Release"]) { WorkingDirectory = _folder });
        run.ExitCode.Should().Be(0, run.Output + run.Error);
        return run.Output;
    }

    /// <summary>Publishes a trimmed, self-contained single file without a warning, and runs it.</summary>
    public string PublishTrimmedAndRun()
    {
        string output = Path.Combine(_folder, "published");
        ProcessResult publish = ProcessResult.Of(new ProcessStartInfo("dotnet",
            ["publish", "-c", "Release", "-r", "linux-x64", "--self-contained", "-p:PublishSingleFile=true", "-p:PublishTrimmed=true", "-o", output, "--nologo"])
        {
            WorkingDirectory = _folder,
        });
        publish.ExitCode.Should().Be(0, publish.Output + publish.Error);
        publish.Output.Should().NotContain("warning");
        ProcessResult run = ProcessResult.Of(new ProcessStartInfo(Path.Combine(output, _name)) { WorkingDirectory = output });
        run.ExitCode.Should().Be(0, run.Output + run.Error);
        return run.Output;
    }

    /// <summary>The files of the build, relative to its folder.</summary>
    public IEnumerable<string> OutputFiles()
    {
        string folder = Path.Combine(_folder, "bin", "Release", "net10.0");
        return Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file));
    }

    /// <summary>The packages that were installed.</summary>
    public IEnumerable<string> InstalledPackages()
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])];
    }
}
