using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using constraints = TorchSharp.torch.distributions.constraints;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>Fisher's F distribution, of the ratio of two means of squares.</summary>
public class FisherSnedecor : Distribution
{
    /// <summary>F distributions.</summary>
    /// <param name="df1">The numerator's degrees of freedom, greater than 0.</param>
    /// <param name="df2">The denominator's degrees of freedom, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">A parameter is out of its range or NaN, or the shapes do not broadcast.</exception>
    public FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null)
        : base(generator)
    {
        Checked(df1, nameof(df1), constraints.positive);
        Checked(df2, nameof(df2), constraints.positive);
        var shape = Broadcast((nameof(df1), df1.shape), (nameof(df2), df2.shape));
        Df1 = Hold(df1, shape);
        Df2 = Hold(df2, shape);
        _init(shape);
    }

    internal Tensor Df1 { get; }

    internal Tensor Df2 { get; }

    /// <inheritdoc/>
    /// <remarks>NaN where df2 is at most 2.</remarks>
    public override Tensor mean => Evaluate(() =>
    {
        var df2 = Df2.masked_fill(Df2.le(2), double.NaN);
        return df2 / (df2 - 2);
    });

    /// <inheritdoc/>
    /// <remarks>NaN where df1 is at most 2.</remarks>
    private protected override Tensor ModeCore => Evaluate(() => ((Df1 - 2) / Df1 * Df2 / (Df2 + 2)).masked_fill(Df1.le(2), double.NaN));

    /// <inheritdoc/>
    /// <remarks>NaN where df2 is at most 4.</remarks>
    public override Tensor variance => Evaluate(() =>
    {
        var df2 = Df2.masked_fill(Df2.le(4), double.NaN);
        return df2.square() * 2 * (Df1 + df2 - 2) / (Df1 * (df2 - 2).square() * (df2 - 4));
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(() =>
    {
        var (half1, half2, ratio) = (Df1 * 0.5, Df2 * 0.5, Df1 / Df2);
        return (half1 + half2).lgamma() - half1.lgamma() - half2.lgamma() + half1 * ratio.log() + Xlogy(half1 - 1, value)
            - (half1 + half2) * (ratio * value).log1p();
    });

    private protected override Tensor Draw(long[] sampleShape, Generator? source) => Evaluate(() =>
    {
        var first = new Gamma(Df1 * 0.5, Df1).DrawFor(sampleShape, source);
        var second = new Gamma(Df2 * 0.5, Df2).DrawFor(sampleShape, source);
        return (first / second).clamp_min(Tiny(Df1.dtype));
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new FisherSnedecor(Widen(Df1, batch_shape.Shape), Widen(Df2, batch_shape.Shape), generator);
    }
}
