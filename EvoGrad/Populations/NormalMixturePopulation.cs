using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>A mixture of isotropic normal distributions with one standard deviation: Σ w_k N(μ_k, σ² I), weights w = softmax(logits).</summary>
/// <remarks>
/// The component of an individual is a draw of its own: seed and index give the same one as long as the weights are the same. All
/// parameters can be learnt, the weights too. A mirror image lies on the other side of the mean of its component.
/// </remarks>
public sealed class NormalMixturePopulation : IPopulation
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;
    private const string ComponentNoise = "components";

    private readonly Tensor? _logits;

    /// <summary>Makes the mixture of tensors that stay the caller's.</summary>
    /// <param name="means">The means of the components. Shape [k, d], k and d at least 1.</param>
    /// <param name="sigma">The standard deviation of all components: one number. Range: above 0.</param>
    /// <param name="logits">Logarithms of the weights, up to a constant. Shape [k]; equal weights if null.</param>
    /// <exception cref="ArgumentException">Shapes, types or devices do not fit, or the standard deviation is not above 0.</exception>
    public NormalMixturePopulation(Tensor means, Tensor sigma, Tensor? logits = null)
    {
        PopulationCheck.SameKind((nameof(means), means), (nameof(sigma), sigma), (nameof(logits), logits ?? means));
        if (means.ndim != 2 || means.numel() == 0)
            throw new ArgumentException($"means have shape [{string.Join(", ", means.shape)}]; it must be [components, dimension], neither 0.", nameof(means));
        if (sigma.numel() != 1)
            throw new ArgumentException($"sigma has {sigma.numel()} elements; the components share one standard deviation.", nameof(sigma));
        if (logits is not null && !logits.shape.AsSpan().SequenceEqual([means.shape[0]]))
            throw new ArgumentException($"logits have shape [{string.Join(", ", logits.shape)}]; it must be [{means.shape[0]}], one for each component.", nameof(logits));
        Means = means;
        Sigma = sigma;
        _logits = logits;
        IndividualShape = [means.shape[1]];
        var parameters = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["means"] = means, ["sigma"] = sigma };
        if (logits is not null)
            parameters["logits"] = logits;
        Parameters = parameters;
        PopulationCheck.Positive(sigma, nameof(sigma));
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <inheritdoc />
    public IReadOnlyList<long> IndividualShape { get; }

    /// <inheritdoc />
    public bool IsSymmetric => true;

    /// <summary>The means of the components. Shape [k, d].</summary>
    public Tensor Means { get; }

    /// <summary>The standard deviation of all components.</summary>
    public Tensor Sigma { get; }

    private long Components => Means.shape[0];

    private long Dimension => IndividualShape[0];

    /// <inheritdoc />
    public Tensor Draw(IndividualRange range)
    {
        PopulationCheck.Positive(Sigma, "sigma");
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor noise = range.NormalNoise(Dimension, Means.dtype).ToDevice(Means.device);
        double[] weights = LogWeights().exp().type(ScalarType.Float64).ToArray<double>();
        // Mirror images belong to the component of their originals.
        long[] components = Choice.Of(weights, (range with { Sign = 1 }).UniformNoise(1, ComponentNoise));
        Tensor centres = Means.index_select(0, tensor(components).ToDevice(Means.device));
        return (noise * Sigma.reshape([]) + centres).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor LogProbability(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, Means);
        PopulationCheck.Positive(Sigma, "sigma");
        using DisposeScope scope = NewDisposeScope();
        return JointLogProbability(individuals).logsumexp(1).MoveToOuterDisposeScope();
    }

    /// <summary>The probability that an individual came from each component, given where it lies.</summary>
    /// <param name="individuals">Shape [n, d].</param>
    /// <returns>Shape [n, k], without gradient; the caller disposes it.</returns>
    public Tensor Responsibilities(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, Means);
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return JointLogProbability(individuals).softmax(1).MoveToOuterDisposeScope();
    }

    private Tensor JointLogProbability(Tensor individuals)
    {
        Tensor sigma = Sigma.reshape([]);
        Tensor distances = ((individuals.unsqueeze(1) - Means) / sigma).square().sum(2);
        return distances * -0.5 - (sigma.log() + HalfLogTwoPi) * Dimension + LogWeights();
    }

    private Tensor LogWeights() => _logits?.log_softmax(0) ?? full([Components], -Math.Log(Components), Means.dtype, Means.device);
}
