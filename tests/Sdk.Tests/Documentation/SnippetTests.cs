using System.Diagnostics;
using Sdk.Tests.Support;

namespace Sdk.Tests.Documentation;

/// <summary>What documents show compiles against the packages as they are.</summary>
public sealed class SnippetTests
{
    [Test]
    public void Snippets_OfAllDocuments_Compile()
    {
        using var folder = new TemporaryFolder();
        int count = 0;
        foreach (string file in Document.All())
        {
            var usings = new SortedSet<string>(StringComparer.Ordinal);
            foreach (Snippet snippet in Document.Snippets(file))
                folder.Write($"Snippet{++count}.cs", SnippetSource.Of(snippet, count, usings));
        }

        count.Should().BeGreaterThan(30);
        // Warnings are of the kind that an example may have: a variable that is not used, a missing await.
        folder.Write("Snippets.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
                <WarningLevel>0</WarningLevel>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {string.Join('\n', Libraries().Select(library => $"<Reference Include=\"{library}\" />"))}
              </ItemGroup>
            </Project>
            """);
        ProcessResult build = ProcessResult.Of(new ProcessStartInfo("dotnet", ["build", "-v", "quiet", "--nologo"]) { WorkingDirectory = folder.Path });
        string[] errors = [.. build.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Split(" [")[0].Trim()).Distinct()];
        if (errors.Length > 0)
            Assert.Fail($"Of {count} snippets some do not compile:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
        build.ExitCode.Should().Be(0, build.Output + build.Error);
    }

    // What a reader has who installed the packages: they, and what they depend on.
    private static IEnumerable<string> Libraries() =>
        Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(file => Path.GetFileNameWithoutExtension(file) is var name &&
            (Repository.PackageProjects.ContainsKey(name) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) ||
                name is "MathNet.Numerics" or "System.Numerics.Tensors"));
}
