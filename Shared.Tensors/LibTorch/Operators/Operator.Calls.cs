using System.Runtime.CompilerServices;

namespace TorchSharp;

internal sealed unsafe partial class Operator
{
    private const int MaxResults = 16;

    /// <summary>Calls an operator that returns one tensor. An operator that changes its argument returns it again, as a new handle.</summary>
    [SkipLocalsInit]
    internal torch.Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result = default;
        Invoke(arguments, &result, 1);
        if (result.Tag != ValueTag.Tensor)
            Unexpected("a tensor", result);
        return new torch.Tensor((nint)result.Bits, result.Aux);
    }

    /// <summary>Calls the operator for what it does to its arguments; what it returns is dropped.</summary>
    internal void Run(params ReadOnlySpan<Argument> arguments) => Invoke(arguments, null, 0);

    /// <summary>Calls an operator that changes its first argument, a tensor, and returns that object.</summary>
    internal torch.Tensor Change(params ReadOnlySpan<Argument> arguments)
    {
        Invoke(arguments, null, 0);
        return Unsafe.As<torch.Tensor>(arguments[0].Reference!);
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    [SkipLocalsInit]
    internal (torch.Tensor First, torch.Tensor Second) Call2(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[2];
        var count = Invoke(arguments, results, 2);
        return (Result(results, count, 0), Result(results, count, 1));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    [SkipLocalsInit]
    internal (torch.Tensor First, torch.Tensor Second, torch.Tensor Third) Call3(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[3];
        var count = Invoke(arguments, results, 3);
        return (Result(results, count, 0), Result(results, count, 1), Result(results, count, 2));
    }

    /// <summary>Calls an operator that returns four tensors.</summary>
    [SkipLocalsInit]
    internal (torch.Tensor First, torch.Tensor Second, torch.Tensor Third, torch.Tensor Fourth) Call4(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[4];
        var count = Invoke(arguments, results, 4);
        return (Result(results, count, 0), Result(results, count, 1), Result(results, count, 2), Result(results, count, 3));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    [SkipLocalsInit]
    internal torch.Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result = default;
        Invoke(arguments, &result, 1);
        if (result.Tag != ValueTag.TensorList)
            Unexpected("a list of tensors", result);
        return TakeTensors(result);
    }

    /// <summary>Calls an operator that returns a bool.</summary>
    [SkipLocalsInit]
    internal bool CallBool(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result = default;
        Invoke(arguments, &result, 1);
        if (result.Tag != ValueTag.Bool)
            Unexpected("a bool", result);
        return result.Bits != 0;
    }

    /// <summary>Calls an operator that returns an integer.</summary>
    [SkipLocalsInit]
    internal long CallInt(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result = default;
        Invoke(arguments, &result, 1);
        if (result.Tag != ValueTag.Int)
            Unexpected("an integer", result);
        return result.Bits;
    }

    /// <summary>Calls an operator that returns a number of any kind.</summary>
    [SkipLocalsInit]
    internal Scalar CallScalar(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result = default;
        Invoke(arguments, &result, 1);
        return TakeScalar(result);
    }

    /// <summary>
    /// Calls any operator; each result is a tensor, tensor array, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="System.Numerics.Complex"/>, array of numbers, <see cref="string"/> or null.
    /// </summary>
    [SkipLocalsInit]
    internal object?[] CallAny(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[MaxResults];
        var count = Invoke(arguments, results, MaxResults);
        var taken = new object?[count];
        for (var i = 0; i < count; i++)
            taken[i] = Take(results[i]);
        return taken;
    }

    // An undefined tensor among several results (a bias gradient that was not asked for) is null.
    private torch.Tensor Result(NativeValue* results, int count, int index)
    {
        if (index >= count)
            Unexpected($"result {index + 1} of {count}", default);
        return results[index].Tag switch
        {
            ValueTag.Tensor => new torch.Tensor((nint)results[index].Bits, results[index].Aux),
            ValueTag.None => null!,
            var tag => throw new InvalidOperationException($"{Name} returned {tag} where a tensor was expected."),
        };
    }
}
