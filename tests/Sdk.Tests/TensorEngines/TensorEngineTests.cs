using System.Text.RegularExpressions;
using Sdk.Tests.Support;

namespace Sdk.Tests.TensorEngines;

/// <summary>
/// What is outside the tensor engine compiles with either one. The TorchSharp package is not needed to see it: the public torch surface of the system's
/// engine is a part of TorchSharp's (another test compares it with a list of that), so the rest is built against a copy of the engine of which
/// nothing else is visible.
/// </summary>
public sealed class TensorEngineTests
{
    private const string Core = "Shared.Tensors";

    // Methods that TorchSharp itself has, as extensions in its own namespaces.
    private static readonly string[] OfTorchSharp = ["Shared.Tensors.ModuleExtensions", "Shared.Tensors.ModuleFiles"];

    // What both engines have in a form of their own: a file of the same name each.
    private static readonly Dictionary<string, string> Both = Directory.GetFiles(Repository.PathOf(Core, "Engine", "TorchSharp"), "*.cs", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, File.ReadAllText, StringComparer.Ordinal);

    private TemporaryFolder _folder = null!;
    private AssemblyReferences _other = null!;

    [OneTimeSetUp]
    public void BuildCoreWithTheOtherEngine()
    {
        _folder = new TemporaryFolder();
        string core = Repository.PathOf(Core);
        // The name of the copy's assembly stays, so that no assembly's friends may look into it.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "engine"));
        string engine = Path.Combine(_folder.Path, "engine", Core + ".dll");
        File.WriteAllBytes(engine, AssemblyVisibility.Limit(File.ReadAllBytes(FileOf(Core)!), type => IsTorch(type) || IsOfBoth(type)));
        IReadOnlyList<string> errors = CompiledProject.Build(_folder, "OtherEngine", Libraries().Append(engine), $"""
            <Compile Include="{core}/**/*.cs" Exclude="{core}/LibTorch/**;{core}/Engine/System/**;{core}/Engine/TorchSharp/**" />
            <Compile Include="{Repository.PathOf("build", "shared-source", "AtomicFile.cs")}" />
            """);
        if (errors.Count > 0)
            Assert.Fail($"Outside the engine something uses what the other one lacks:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
        _other = new AssemblyReferences(Path.Combine(_folder.Path, "out", "OtherEngine.dll"));
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _other?.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Core_UsesOnlyTorchOfTheEngine() =>
        _other.UsedTypes(Core).Concat(_other.UsedMembers(Core)).Where(used => !IsTorch(used) && !IsOfBoth(used)).Should().BeEmpty("these are of one engine only");

    [TestCaseSource(nameof(Users))]
    public void PackageOrSample_UsesWhatBothEnginesHave(string name)
    {
        string? file = FileOf(name);
        if (file is null)
            Assert.Ignore($"{name} was not built.");
        var offered = new HashSet<string>(_other.DeclaredTypes.Concat(_other.DeclaredMembers), StringComparer.Ordinal);
        using var user = new AssemblyReferences(file);

        user.UsedTypes(Core).Concat(user.UsedMembers(Core)).Where(used => !IsTorch(used) && !IsOfBoth(used) && !offered.Contains(used))
            .Should().BeEmpty("these are of one engine only");
    }

    // A type, or a member of one after a colon, that either engine has.
    private static bool IsOfBoth(string used)
    {
        string[] parts = used.Split(':');
        if (OfTorchSharp.Contains(parts[0]))
            return true;
        string type = parts[0][(parts[0].LastIndexOf('.') + 1)..];
        string member = parts.Length > 1 ? parts[1].Replace("get_", "", StringComparison.Ordinal) : type;
        return parts[0].StartsWith(Core + ".", StringComparison.Ordinal) && Both.TryGetValue(type, out string? source) && Regex.IsMatch(source, $@"\b{member}\b", RegexOptions.NonBacktracking);
    }

    private static bool IsTorch(string type) => type.StartsWith("TorchSharp.", StringComparison.Ordinal);

    private static IEnumerable<string> Users() =>
        Repository.PackageIds.Where(package => package is not Core).Concat(
            Directory.GetDirectories(Repository.PathOf("samples")).SelectMany(folder => Directory.GetFiles(folder, "*.csproj")).Select(project => Path.GetFileNameWithoutExtension(project)!).Order(StringComparer.Ordinal));

    // Packages are beside the tests; samples in folders of their own.
    private static string? FileOf(string name)
    {
        string output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        string[] places = [Path.Combine(output, name + ".dll"), Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(output))!, name, Path.GetFileName(output), name + ".dll")];
        return Array.Find(places, File.Exists);
    }

    private static IEnumerable<string> Libraries() =>
        Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(file => Path.GetFileNameWithoutExtension(file) is var name &&
            (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "System.Numerics.Tensors"));
}
