using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>Individuals of independent zeros and ones; a one has the probability sigmoid(logit).</summary>
public sealed class BernoulliPopulation : IPopulation
{
    /// <summary>Makes the distribution of a tensor that stays the caller's.</summary>
    /// <param name="logits">ln(p / (1 − p)) of each number, of any shape; individuals have that shape.</param>
    /// <exception cref="ArgumentException">The type is not allowed, or there is no element.</exception>
    public BernoulliPopulation(Tensor logits)
    {
        PopulationCheck.SameKind((nameof(logits), logits));
        if (logits.numel() == 0)
            throw new ArgumentException("logits have no elements; individuals need at least one number.", nameof(logits));
        Logits = logits;
        IndividualShape = logits.shape;
        Parameters = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["logits"] = logits };
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <inheritdoc />
    public IReadOnlyList<long> IndividualShape { get; }

    /// <summary>True: a mirror image takes the distance of the uniform number from 1, so that it tends to have the other values.</summary>
    public bool IsSymmetric => true;

    /// <summary>ln(p / (1 − p)) of each number.</summary>
    public Tensor Logits { get; }

    /// <inheritdoc />
    public Tensor Draw(IndividualRange range)
    {
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        double[] uniform = range.UniformNoise(checked((int)Logits.numel()));
        Tensor probabilities = Logits.sigmoid().type(ScalarType.Float64);
        Tensor numbers = tensor(uniform, [range.Count, .. IndividualShape]).ToDevice(Logits.device);
        return numbers.lt(probabilities).type(Logits.dtype).MoveToOuterDisposeScope();
    }

    /// <inheritdoc />
    public Tensor LogProbability(Tensor individuals)
    {
        PopulationCheck.Individuals(individuals, IndividualShape, Logits);
        using DisposeScope scope = NewDisposeScope();
        Tensor each = individuals * Logits - nn.functional.softplus(Logits);
        return each.reshape(individuals.shape[0], -1).sum(1).MoveToOuterDisposeScope();
    }
}
