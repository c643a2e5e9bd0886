namespace TorchSharp;

// Random integers and orders.
public static partial class torch
{
    /// <summary>Random integers from a low one to before a high one.</summary>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        RefuseNames(names);
        return Recorded(FactoryOperators.RandintByLowGenerator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Argument.None, device), requires_grad);
    }

    /// <summary>Random integers from 0 to before a high one.</summary>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, Size, ScalarType?, Device, bool, Generator, string[])"/>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, Size, ScalarType?, Device, bool, Generator, string[])"/>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, new Size(size), dtype, device, requires_grad, generator, names);

    /// <summary>The numbers from 0 to before n in a random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        Recorded(FactoryOperators.RandpermByGenerator.Call(n, generator, dtype ?? ScalarType.Int64, Argument.None, device), requires_grad);

    /// <summary>Draws from normal distributions with these means and standard deviations.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        FactoryOperators.NormalByTensorTensor.Call(mean, std, generator);
}
