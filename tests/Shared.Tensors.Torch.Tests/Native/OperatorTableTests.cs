using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Native;

/// <summary>The operators that the members name.</summary>
public sealed class OperatorTableTests
{
    // Newer libtorch has it; where it is missing the step is taken without it.
    private static readonly string[] Optional = ["aten::_fused_adam_"];

    [Test]
    public void Operators_OfAllTables_AreLibtorchs()
    {
        Operator[] operators =
        [
            .. typeof(torch).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters)
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(field => field.FieldType == typeof(Operator)).Select(field => (Operator)field.GetValue(null)!),
        ];
        operators.Should().HaveCountGreaterThan(500);
        var unknown = new List<string>();
        foreach (Operator op in operators.Where(op => !Optional.Contains(op.Name)))
        {
            try
            {
                op.Schema.Should().NotBeEmpty();
            }
            catch (ExternalException missing)
            {
                unknown.Add(missing.Message);
            }
        }

        unknown.Should().BeEmpty();
    }
}
