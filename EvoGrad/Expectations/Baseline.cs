using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// A control variate that is subtracted from the values where they meet the score. It leaves the value of an expectation as it is and
/// lowers the variance of its derivatives.
/// </summary>
public sealed class Baseline
{
    private readonly Func<Tensor, long, bool, Tensor> _of;

    private Baseline(Func<Tensor, long, bool, Tensor> of) => _of = of;

    /// <summary>
    /// The mean of the other individuals' values: derivatives of every order stay unbiased. In antithetic pairs, whose noise is the same, both are left
    /// out. Needs at least two individuals, or two pairs.
    /// </summary>
    public static Baseline LeaveOneOut { get; } = new(static (values, axis, isPaired) =>
    {
        long count = values.shape[axis], left = isPaired ? 2 : 1;
        if (count <= left)
            throw new ArgumentException($"The leave-one-out baseline needs at least two {(isPaired ? "pairs" : "individuals")}.", nameof(values));
        Tensor own = isPaired ? values + values.roll(count / 2, axis) : values;
        return (values.sum(axis, keepdim: true) - own) / (count - left);
    });

    /// <summary>The mean of all values. It depends on every value itself, which shrinks derivatives by the factor (n − 1)/n.</summary>
    public static Baseline Mean { get; } = new(static (values, axis, _) => values.mean([axis], keepdim: true));

    /// <summary>
    /// Numbers of the caller: one for each value, of an individual independent of its own noise, such as a value function's or the mean of an
    /// earlier sample. Derivatives stay unbiased.
    /// </summary>
    /// <param name="numbers">A tensor that broadcasts to the values; it counts as a constant.</param>
    public static Baseline Of(Tensor numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new Baseline((_, _, _) => numbers.detach());
    }

    /// <summary>The baseline of values, a constant for the gradient.</summary>
    internal Tensor For(Tensor values, long axis, bool isPaired)
    {
        using IDisposable still = no_grad();
        return _of(values.detach(), axis, isPaired);
    }
}
