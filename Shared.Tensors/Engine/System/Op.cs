using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Shared.Tensors;

/// <summary>
/// Any operator of libtorch by its name, for those without a method of their own. Names are libtorch's, with the overload after a dot:
/// <c>aten::add.Tensor</c>, <c>aten::linalg_cholesky</c>.
/// </summary>
/// <remarks>
/// Arguments are those of the operator's <see cref="Schema"/>, in its order; those left out at the end, and null, take its defaults.
/// Allowed are tensors, lists of tensors (with nulls where the schema has <c>Tensor?[]</c>), <see cref="long"/>, <see cref="int"/>,
/// <see cref="double"/>, <see cref="float"/>, <see cref="bool"/>, <see cref="Scalar"/>, <see cref="string"/>, arrays of long, double
/// and bool, types, devices and generators. Gradients and devices work as for every other operator.
/// </remarks>
public static class Op
{
    private static readonly ConcurrentDictionary<string, Operator> Found = new(StringComparer.Ordinal);

    /// <summary>Calls an operator that returns one tensor.</summary>
    /// <exception cref="ArgumentException">An argument is of a type that no operator takes.</exception>
    /// <exception cref="ExternalException">There is no such operator, or libtorch refused the call.</exception>
    public static torch.Tensor Call(string name, params object?[] arguments) => Find(name).Call(Convert(arguments));

    /// <summary>
    /// Calls an operator with any results: each is a tensor, an array of tensors, <see cref="long"/>, <see cref="double"/>,
    /// <see cref="bool"/>, <see cref="System.Numerics.Complex"/>, an array of numbers, <see cref="string"/> or null.
    /// </summary>
    /// <inheritdoc cref="Call"/>
    public static IReadOnlyList<object?> CallAll(string name,
        params object?[] arguments) => Find(name).CallAny(Convert(arguments));

    /// <summary>The operator's parameters and results as libtorch writes them.</summary>
    /// <exception cref="ExternalException">There is no such operator.</exception>
    public static string Schema(string name) => Find(name).Schema;

    private static Operator Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Found.GetOrAdd(name, static full =>
        {
            var dot = full.IndexOf('.', StringComparison.Ordinal);
            return dot < 0 ? new Operator(full) : new Operator(full[..dot], full[(dot + 1)..]);
        });
    }

    private static Argument[] Convert(object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var converted = new Argument[arguments.Length];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = arguments[i] switch
            {
                null => Argument.None,
                torch.Tensor value => value,
                long value => value,
                int value => value,
                double value => value,
                float value => (double)value,
                bool value => value,
                Scalar value => value,
                string value => value,
                long[] value => value,
                double[] value => value,
                bool[] value => value,
                torch.ScalarType value => value,
                torch.Device value => value,
                torch.Generator value => value,
                layout value => value,
                memory_format value => value,
                IReadOnlyList<torch.Tensor?> value when value.Contains(null) => Argument.OptionalTensors(value),
                IReadOnlyList<torch.Tensor?> value => Argument.Tensors(value.Cast<torch.Tensor>()),
                var other => throw new ArgumentException(
                    $"Argument {i} is {other.GetType()}; operators take tensors, numbers, strings, devices, generators and lists of them.", nameof(arguments)),
            };
        }
        return converted;
    }
}
