using System.Diagnostics;
using System.Globalization;

namespace TorchSharp;

// Tensors as text.
public static partial class torch
{
    /// <summary>Elements in brackets.</summary>
    public static readonly TensorStringStyle numpy = TensorStringStyle.Numpy;

    /// <summary>Shape, type and device, then the elements in rows and columns.</summary>
    public static readonly TensorStringStyle julia = TensorStringStyle.Julia;

    [DebuggerDisplay("{DebuggerText,nq}")]
    public partial class Tensor
    {
        private const int DebuggerElements = 100;

        // Small tensors with their elements; a debugger must not wait for large ones.
        private string DebuggerText => IsInvalid || is_meta || numel() > DebuggerElements
            ? ToString()
            : $"{ToString()}, {ToString(TensorStringStyle.Numpy, newLine: " ")}";

        /// <summary>The tensor as text; of more than 1000 elements, three at either end of each dimension.</summary>
        /// <param name="style">What is written, and how.</param>
        /// <param name="fltFormat">The .NET format of floating-point numbers; five digits without one.</param>
        /// <param name="width">The smallest width of a number.</param>
        /// <param name="cultureInfo">The invariant culture without one.</param>
        /// <param name="newLine">What ends a line; the system's without one.</param>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null,
            string? newLine = null) => style switch
            {
                _ when IsInvalid || is_meta => ToString(),
                TensorStringStyle.Numpy => new TensorText(fltFormat, width, cultureInfo, newLine).Numpy(this),
                TensorStringStyle.Julia => new TensorText(fltFormat, width, cultureInfo, newLine).Julia(this),
                _ => ToString(),
            };
    }
}
