using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>One argument or result of an operator as the native part lays it out.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct NativeValue
{
    public ValueTag Tag;

    /// <summary>The length of a list or string, the index of a device, the exclusively held KiB of a tensor that is a result.</summary>
    public int Aux;

    /// <summary>An integer, the bits of a double, or a pointer.</summary>
    public long Bits;
}
