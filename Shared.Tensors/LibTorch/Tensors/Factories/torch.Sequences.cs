namespace TorchSharp;

// Ranges and other tensors with a rule.
public static partial class torch
{
    /// <summary>The numbers from 0 to before the end.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Recorded(FactoryOperators.Arange.Call(stop, dtype, Argument.None, device), requires_grad);

    /// <summary>The numbers from a start to before an end.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Recorded(FactoryOperators.ArangeByStart.Call(start, stop, dtype, Argument.None, device), requires_grad);

    /// <summary>The numbers from a start to before an end, by steps.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Recorded(FactoryOperators.ArangeByStartStep.Call(start, stop, step, dtype, Argument.None, device), requires_grad);

    /// <summary>Numbers at equal distances from a start to an end, both included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Recorded(FactoryOperators.Linspace.Call(start, end, steps, dtype, Argument.None, device), requires_grad);

    /// <summary>A matrix with ones on its diagonal and zeros elsewhere; square without a number of columns.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        string[]? names = null)
    {
        RefuseNames(names);
        return Recorded(FactoryOperators.EyeByM.Call(rows, columns < 0 ? rows : columns, dtype, Argument.None, device), requires_grad);
    }
}
