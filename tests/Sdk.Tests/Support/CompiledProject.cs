using System.Diagnostics;

namespace Sdk.Tests.Support;

/// <summary>A project outside the repository, with none of its build settings.</summary>
internal static class CompiledProject
{
    /// <summary>Writes a library's project into a folder and builds it into the folder <c>out</c> below.</summary>
    /// <param name="folder">Where the project lies; the C# files in it are part of it.</param>
    /// <param name="name">The name of the project and of its assembly.</param>
    /// <param name="libraries">The assemblies that it refers to.</param>
    /// <param name="items">More MSBuild items.</param>
    /// <returns>The compiler's errors, once each.</returns>
    public static IReadOnlyList<string> Build(TemporaryFolder folder, string name, IEnumerable<string> libraries, string items = "")
    {
        // Warnings are of the kind that such code may have: a variable that is not used, a missing await.
        folder.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <WarningLevel>0</WarningLevel>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {string.Join('\n', libraries.Select(library => $"<Reference Include=\"{library}\" />"))}
                {items}
              </ItemGroup>
            </Project>
            """);
        ProcessResult build = ProcessResult.Of(new ProcessStartInfo("dotnet", ["build", "-v", "quiet", "--nologo", "-o", "out"]) { WorkingDirectory = folder.Path });
        string[] errors = [.. build.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Split(" [")[0].Trim()).Distinct(StringComparer.Ordinal)];
        if (errors.Length == 0)
            build.ExitCode.Should().Be(0, build.Output + build.Error);
        return errors;
    }
}
