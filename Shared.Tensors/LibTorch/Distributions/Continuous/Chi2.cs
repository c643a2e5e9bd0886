using static TorchSharp.DistributionTools;
using static TorchSharp.torch;
using Distribution = TorchSharp.torch.distributions.Distribution;

namespace TorchSharp.Modules;

/// <summary>The chi-squared distribution: the sum of squares of standard normal numbers.</summary>
public class Chi2 : Gamma
{
    /// <summary>Chi-squared distributions.</summary>
    /// <param name="df">The degrees of freedom, greater than 0.</param>
    /// <param name="generator">Where the randomness comes from; null: the default generator.</param>
    /// <exception cref="ArgumentException">df is not greater than 0.</exception>
    public Chi2(Tensor df, Generator? generator = null)
        : base(Half(df), HalfOfOnes(df), generator)
    {
    }

    /// <summary>The degrees of freedom.</summary>
    public Tensor df => Concentration * 2;

    private static Tensor Half(Tensor df)
    {
        ArgumentNullException.ThrowIfNull(df);
        using (var smallest = no_grad())
        {
            if (!df.gt(0).all().item<bool>())
                throw new ArgumentException("Chi2 needs df greater than 0 in every element.", nameof(df));
        }
        return Keep(df * 0.5, df);
    }

    private static Tensor HalfOfOnes(Tensor df) => Keep(df.full_like(0.5), df);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        CheckInstance(instance);
        return new Chi2(Widen(df, batch_shape.Shape), generator);
    }
}
