using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// The normal distribution with independent numbers: x = μ + σ ε. One σ for all numbers (isotropic) or one for each (diagonal).
/// </summary>
/// <remarks><b>Source:</b> Wierstra et al. (2014), "Natural evolution strategies"; Sehnke et al. (2010), "Parameter-exploring policy gradients".</remarks>
public sealed class NormalPopulation : IReparameterizable, IDisposable
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    private readonly Tensor _scale;
    private readonly bool _ownsScale;

    /// <summary>Makes the distribution of tensors that stay the caller's.</summary>
    /// <param name="mean">The mean, of any shape; individuals have that shape.</param>
    /// <param name="scale">The standard deviation: one number, or a tensor of the mean's shape. Range: above 0; any where it is a logarithm.</param>
    /// <param name="isLogScale">Whether <paramref name="scale"/> is the natural logarithm of the standard deviation, which no step can make negative.</param>
    /// <exception cref="ArgumentException">Shapes, types or devices do not fit, or a standard deviation is not above 0.</exception>
    public NormalPopulation(Tensor mean, Tensor scale, bool isLogScale = false)
    {
        string scaleName = isLogScale ? "logSigma" : "sigma";
        PopulationCheck.SameKind(("mean", mean), (scaleName, scale));
        long[] shape = mean.shape;
        if (mean.numel() == 0)
            throw new ArgumentException("mean has no elements; individuals need at least one number.", nameof(mean));
        if (scale.numel() != 1 && !scale.shape.AsSpan().SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"{scaleName} has shape [{string.Join(", ", scale.shape)}]; it must be one number or have the mean's shape [{string.Join(", ", shape)}].", nameof(scale));
        }

        Mean = mean;
        _scale = scale;
        IsLogScale = isLogScale;
        IndividualShape = shape;
        Dimension = mean.numel();
        IsIsotropic = scale.numel() == 1;
        Parameters = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["mean"] = mean, [scaleName] = scale };
        if (!isLogScale)
            PopulationCheck.Positive(scale, scaleName);
    }

    internal NormalPopulation(Tensor mean, double sigma)
        : this(mean, full([], sigma, mean.dtype, mean.device).DetachFromDisposeScope()) => _ownsScale = true;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <inheritdoc />
    public IReadOnlyList<long> IndividualShape { get; }

    /// <inheritdoc />
    public bool IsSymmetric => true;

    /// <summary>The mean.</summary>
    public Tensor Mean { get; }

    /// <summary>The standard deviation, or its logarithm if <see cref="IsLogScale"/>.</summary>
    public Tensor Scale => _scale;

    /// <summary>Whether <see cref="Scale"/> is a logarithm.</summary>
    public bool IsLogScale { get; }

    /// <summary>Whether all numbers of an individual share one standard deviation.</summary>
    public bool IsIsotropic { get; }

    /// <summary>Numbers per individual.</summary>
    public long Dimension { get; }

    internal string ScaleName => IsLogScale ? "logSigma" : "sigma";

    /// <inheritdoc />
    public Tensor Draw(IndividualRange range)
    {
        using IDisposable still = no_grad();
        return DrawPathwise(range);
    }

    /// <inheritdoc />
    public Tensor DrawPathwise(IndividualRange range)
    {
        if (!IsLogScale)
            PopulationCheck.Positive(_scale, ScaleName);
        using DisposeScope scope = NewDisposeScope();
        Tensor noise = range.NormalNoise(Dimension, Mean.dtype).ToDevice(Mean.device).reshape([range.Count, .. IndividualShape]);
        Tensor sigma = IsLogScale ? _scale.exp() : _scale;
        return (noise * Broadcastable(sigma) + Mean).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor LogProbability(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, Mean);
        if (!IsLogScale)
            PopulationCheck.Positive(_scale, ScaleName);
        using DisposeScope scope = NewDisposeScope();
        Tensor sigma = IsLogScale ? _scale.exp() : _scale;
        Tensor logSigma = IsLogScale ? _scale : _scale.log();
        Tensor standardised = ((individuals - Mean) / Broadcastable(sigma)).reshape(individuals.shape[0], Dimension);
        Tensor logVolume = IsIsotropic ? logSigma.reshape([]) * Dimension : logSigma.sum();
        return (standardised.square().sum(1) * -0.5 - logVolume - Dimension * HalfLogTwoPi).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the tensor of a standard deviation that was given as a number; tensors that were given stay the caller's.</summary>
    public void Dispose()
    {
        if (_ownsScale)
            _scale.Dispose();
    }

    // One number may come with dimensions of length 1, more than the mean has.
    private Tensor Broadcastable(Tensor sigma) => IsIsotropic ? sigma.reshape([]) : sigma;
}
