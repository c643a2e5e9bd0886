namespace TorchSharp;

// Windows of signals, and other tensors with a rule.
public static partial class torch
{
    /// <summary>The Bartlett (triangular) window.</summary>
    /// <param name="len">The number of elements.</param>
    /// <param name="periodic">Whether the window fits a Fourier transform of this length; otherwise it is symmetric.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="device">Where to.</param>
    /// <param name="requires_grad">Whether operations are recorded.</param>
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Recorded(FactoryOperators.BartlettWindow.Call(len, periodic, dtype, Argument.None, device), requires_grad);

    /// <summary>The Blackman window.</summary>
    /// <inheritdoc cref="bartlett_window"/>
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Recorded(FactoryOperators.BlackmanWindow.Call(len, periodic, dtype, Argument.None, device), requires_grad);

    /// <summary>The Hann window.</summary>
    /// <inheritdoc cref="bartlett_window"/>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Recorded(FactoryOperators.HannWindow.Call(len, periodic, dtype, Argument.None, device), requires_grad);

    /// <summary>The Hamming window: alpha - beta cos(2 pi n / N).</summary>
    /// <param name="len">The number of elements.</param>
    /// <param name="periodic">Whether the window fits a Fourier transform of this length; otherwise it is symmetric.</param>
    /// <param name="alpha">The constant.</param>
    /// <param name="beta">The weight of the cosine.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="device">Where to.</param>
    /// <param name="requires_grad">Whether operations are recorded.</param>
    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Recorded(FactoryOperators.HammingWindow.Call(len, periodic, Decimal(alpha), Decimal(beta), dtype, Argument.None, device), requires_grad);

    /// <summary>The Kaiser window.</summary>
    /// <param name="len">The number of elements.</param>
    /// <param name="periodic">Whether the window fits a Fourier transform of this length; otherwise it is symmetric.</param>
    /// <param name="beta">Its shape.</param>
    /// <param name="dtype">The type of the elements.</param>
    /// <param name="device">Where to.</param>
    /// <param name="requires_grad">Whether operations are recorded.</param>
    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Recorded(FactoryOperators.KaiserWindow.Call(len, periodic, Decimal(beta), dtype, Argument.None, device), requires_grad);

    /// <summary>Powers of a base whose exponents lie at equal distances from a start to an end, both included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Recorded(FactoryOperators.Logspace.Call(start, end, steps, @base, dtype, Argument.None, device), requires_grad);

    /// <summary>The positions of a matrix's elements on and below a diagonal: a row of rows, a row of columns.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        FactoryOperators.TrilIndices.Call(row, col, offset, dtype, Argument.None, device);

    /// <summary>The positions of a matrix's elements on and above a diagonal: a row of rows, a row of columns.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        FactoryOperators.TriuIndices.Call(row, col, offset, dtype, Argument.None, device);

    /// <summary>A tensor of undefined elements with sizes and strides.</summary>
    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        RefuseNames(names);
        return Recorded(FactoryOperators.EmptyStrided.Call(size, strides, dtype, Argument.None, device), requires_grad);
    }

    // 0.54f is meant as 0.54, not as the nearest float to it.
    private static double Decimal(float number) => (double)(decimal)number;
}
