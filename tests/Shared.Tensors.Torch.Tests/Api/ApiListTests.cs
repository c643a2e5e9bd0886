using System.Reflection;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Api;

/// <summary>The torch surface is a subset of TorchSharp's: code that compiles against it compiles against TorchSharp too.</summary>
public sealed class ApiListTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> Listed = new(
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "api", "torchsharp-api.txt")).Select(line => line.TrimEnd()), StringComparer.Ordinal);

    private static IEnumerable<Type> Types => typeof(torch).Assembly.GetTypes()
        .Where(type => IsVisible(type) && type.Namespace?.StartsWith("TorchSharp", StringComparison.Ordinal) == true);

    private static IEnumerable<TestCaseData> TypeCases => Types.Select(type => new TestCaseData(type).SetArgDisplayNames(ApiNotation.Name(type)));

    [TestCaseSource(nameof(TypeCases))]
    public void PublicMembers_OfType_AreInTheList(Type type)
    {
        IEnumerable<string> lines = type.GetMembers(Declared).Select(member => ApiNotation.Line(type, member)).OfType<string>();
        lines.Where(line => !Listed.Contains(line)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(TypeCases))]
    public void Type_IsInTheList(Type type)
    {
        string name = ApiNotation.Name(type);
        if (DeclaresBase(name))
        {
            string line = ApiNotation.TypeLine(type);
            Listed.Should().Contain(entry => entry == line || entry.StartsWith(line + " ", StringComparison.Ordinal));
        }
        else
        {
            // Its base differs between TorchSharp's versions (a layer without parameters, say); its members are listed all the same.
            Listed.Should().Contain(entry => entry.Contains($" {name} :: ", StringComparison.Ordinal));
        }
    }

    [Test]
    public void Notation_OfKnownMembers_IsTheLists()
    {
        ApiNotation.Line(typeof(torch.Tensor), typeof(torch.Tensor).GetMethod("argsort")!)
            .Should().Be("M TorchSharp.torch.Tensor :: TorchSharp.torch.Tensor argsort(long dim = -1, bool descending = False)");
        ApiNotation.Line(typeof(torch.Tensor), typeof(torch.Tensor).GetProperty("requires_grad")!)
            .Should().Be("P TorchSharp.torch.Tensor :: bool requires_grad { get; set; }");
        Listed.Should().NotContain(ApiNotation.Line(typeof(TensorRuntime), typeof(TensorRuntime).GetProperty("LiveTensors")!)!);
    }

    private static bool DeclaresBase(string name) => Listed.Any(entry => entry.StartsWith($"T {name} :", StringComparison.Ordinal));

    private static bool IsVisible(Type type) =>
        type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!) : type.IsPublic;
}
