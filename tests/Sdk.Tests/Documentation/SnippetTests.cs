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
        IReadOnlyList<string> errors = CompiledProject.Build(folder, "Snippets", Libraries());
        if (errors.Count > 0)
            Assert.Fail($"Of {count} snippets some do not compile:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
    }

    // What a reader has who installed the packages: they, and what they depend on.
    private static IEnumerable<string> Libraries() =>
        Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(file => Path.GetFileNameWithoutExtension(file) is var name &&
            (Repository.PackageProjects.ContainsKey(name) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) ||
                name is "MathNet.Numerics" or "System.Numerics.Tensors"));
}
