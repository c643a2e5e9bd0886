using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Turns the native part's error codes into exceptions that carry libtorch's message.</summary>
internal static unsafe class NativeError
{
    /// <exception cref="ExternalException">The code is not 0: libtorch refused the call, and the message is its own.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int code)
    {
        if (code != 0)
            Throw(code);
    }

    /// <summary>A UTF-8 text that the native part allocated, freed here; empty for null.</summary>
    internal static string TakeText(byte* text)
    {
        if (text is null)
            return "";
        var result = Marshal.PtrToStringUTF8((nint)text) ?? "";
        NativeMethods.st_free_memory(text);
        return result;
    }

    private static void Throw(int code)
    {
        var message = Marshal.PtrToStringUTF8((nint)NativeMethods.st_error()) ?? "unknown error";
        throw new ExternalException(message);
    }
}
