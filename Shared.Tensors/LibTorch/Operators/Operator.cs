using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp;

/// <summary>
/// An operator of libtorch, such as <c>aten::add.Tensor</c>. Looked up at its first call, so that declaring one costs nothing and
/// works without libtorch.
/// </summary>
/// <remarks>
/// Arguments are those of the schema, in its order; those left out at the end, and <see cref="Argument.None"/>, take the schema's
/// defaults. Nothing is allocated but the resulting tensors.
/// </remarks>
internal sealed unsafe partial class Operator(string name, string overload = "")
{
    private const int ScratchOnStack = 1024;

    private nint _handle;

    internal string Name => overload.Length == 0 ? name : $"{name}.{overload}";

    private nint Handle => _handle != 0 ? _handle : Find();

    /// <summary>The schema as libtorch prints it.</summary>
    internal string Schema => NativeError.TakeText(NativeMethods.st_schema(Handle));

    private nint Find()
    {
        nint found;
        fixed (byte* nameBytes = Encoding.UTF8.GetBytes(name + '\0'), overloadBytes = Encoding.UTF8.GetBytes(overload + '\0'))
            NativeError.Check(NativeMethods.st_find_operator(nameBytes, overloadBytes, &found));
        return _handle = found;
    }

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity)
    {
        var values = stackalloc NativeValue[arguments.Length];
        var scratch = 0;
        for (var i = 0; i < arguments.Length; i++)
            scratch += arguments[i].Write(values + i);
        var produced = 0;
        if (scratch == 0)
        {
            NativeError.Check(NativeMethods.st_call(Handle, values, arguments.Length, results, capacity, &produced));
        }
        else if (scratch <= ScratchOnStack)
        {
            var buffer = stackalloc byte[scratch];
            WriteLists(arguments, values, buffer);
            NativeError.Check(NativeMethods.st_call(Handle, values, arguments.Length, results, capacity, &produced));
        }
        else
        {
            var buffer = (byte*)NativeMemory.Alloc((nuint)scratch);
            try
            {
                WriteLists(arguments, values, buffer);
                NativeError.Check(NativeMethods.st_call(Handle, values, arguments.Length, results, capacity, &produced));
            }
            finally
            {
                NativeMemory.Free(buffer);
            }
        }
        // A tensor whose last use was its handle must not be finalized while libtorch works with it.
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Reference);
        return produced;
    }

    private static void WriteLists(ReadOnlySpan<Argument> arguments, NativeValue* values, byte* buffer)
    {
        for (var i = 0; i < arguments.Length; i++)
            buffer += arguments[i].WriteList(values + i, buffer);
    }

    [DoesNotReturn]
    private void Unexpected(string wanted, NativeValue given)
    {
        object? taken = Take(given);
        (taken as torch.Tensor)?.Dispose();
        foreach (var tensor in taken as torch.Tensor[] ?? [])
            tensor?.Dispose();
        throw new InvalidOperationException($"{Name} returned {given.Tag} where {wanted} was expected.");
    }
}
