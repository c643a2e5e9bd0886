using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Shapes and lifetimes that the distributions share.</summary>
internal static class DistributionTools
{
    /// <summary>Evaluates a formula, frees its intermediates at once and gives the result to the caller's scope.</summary>
    internal static Tensor Evaluate(Func<Tensor> formula)
    {
        Tensor result;
        using (var scope = NewDisposeScope())
        {
            result = formula();
            if (ReferenceEquals(result.OwningDisposeScope, scope))
                return result.MoveToOuterDisposeScope();
        }
        // The formula named a tensor that somebody else holds: the caller gets a handle of its own.
        return result.alias();
    }

    /// <summary>Gives a tensor that a distribution made the lifetime of the parameter that it was made from.</summary>
    internal static Tensor Keep(Tensor made, Tensor source)
    {
        if (ReferenceEquals(made, source) || ReferenceEquals(made.OwningDisposeScope, source.OwningDisposeScope))
            return made;
        made.DetachFromDisposeScope();
        if (source.OwningDisposeScope is { } owner)
        {
            owner.Include(made);
            made.OwningDisposeScope = owner;
        }
        return made;
    }

    /// <summary>The parameter in a shape: itself, or a view that lives as long.</summary>
    internal static Tensor Hold(Tensor parameter, long[] shape) =>
        parameter.shape.AsSpan().SequenceEqual(shape) ? parameter : Keep(parameter.expand(shape), parameter);

    /// <summary>The parameter at a shape, as a view of its own.</summary>
    internal static Tensor Widen(Tensor parameter, long[] shape) => Keep(parameter.expand(shape), parameter);

    /// <summary>A value computed from a parameter with its graph, whatever the caller's gradient mode, and kept as long as the parameter.</summary>
    internal static Tensor Derive(Tensor source, Func<Tensor> formula)
    {
        using var recording = enable_grad();
        return Keep(Evaluate(formula), source);
    }

    /// <summary>The shape that shapes broadcast to.</summary>
    /// <exception cref="ArgumentException">They do not broadcast; the message names them.</exception>
    internal static long[] Broadcast(params ReadOnlySpan<(string Name, long[] Shape)> parameters)
    {
        var length = 0;
        foreach (var (_, shape) in parameters)
            length = Math.Max(length, shape.Length);
        var result = new long[length];
        Array.Fill(result, 1);
        foreach (var (name, shape) in parameters)
        {
            for (var i = 1; i <= shape.Length; i++)
            {
                var size = shape[^i];
                if (result[^i] == 1)
                    result[^i] = size;
                else if (size != 1 && size != result[^i])
                    throw new ArgumentException($"{Describe(parameters)} do not broadcast to one shape.", name);
            }
        }
        return result;
    }

    /// <summary>Sums the last dimensions away.</summary>
    internal static Tensor SumRightmost(Tensor value, int count) =>
        count == 0 ? value : value.sum([.. Enumerable.Range(1, count).Select(i => -(long)i)]);

    /// <summary>log(sigmoid(x)) without overflow.</summary>
    internal static Tensor LogSigmoid(Tensor x) => DistributionOperators.LogSigmoid.Call(x);

    /// <summary>log(1 + exp(x)) without overflow, exact for large x too.</summary>
    internal static Tensor Softplus(Tensor x) => DistributionOperators.LogSigmoid.Call(x.neg()).neg();

    /// <summary>x log(y), 0 where x is 0.</summary>
    internal static Tensor Xlogy(Tensor x, Tensor y) => DistributionOperators.Xlogy.Call(x, y);

    /// <summary>The smallest step from 1 in a floating-point type.</summary>
    internal static double Epsilon(ScalarType type) => type switch
    {
        ScalarType.Float64 => Math.BitIncrement(1.0) - 1,
        ScalarType.Float16 => 9.765625e-4,
        ScalarType.BFloat16 => 7.8125e-3,
        _ => MathF.BitIncrement(1) - 1,
    };

    /// <summary>The smallest positive normal number of a floating-point type.</summary>
    internal static double Tiny(ScalarType type) => type switch
    {
        ScalarType.Float64 => 2.2250738585072014e-308,
        ScalarType.Float16 => 6.103515625e-5,
        _ => 1.1754943508222875e-38,
    };

    /// <summary>The most negative finite number of a floating-point type.</summary>
    internal static double Lowest(ScalarType type) => type switch
    {
        ScalarType.Float64 => double.MinValue,
        ScalarType.Float16 => -65504,
        ScalarType.BFloat16 => -3.3895313892515355e38,
        _ => float.MinValue,
    };

    private static string Describe(ReadOnlySpan<(string Name, long[] Shape)> parameters)
    {
        var parts = new List<string>();
        foreach (var (name, shape) in parameters)
            parts.Add($"{name} of shape [{string.Join(", ", shape)}]");
        return string.Join(" and ", parts);
    }
}
