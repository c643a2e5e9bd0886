using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>A dense layer whose outputs score the choices; orthogonal with gain 0.01 at first, so that all are about as likely.</summary>
public sealed class CategoricalHead : PolicyHead
{
    /// <summary>Makes the head.</summary>
    /// <param name="features">How many features go in. Range: at least 1.</param>
    /// <param name="choices">How many choices there are. Range: at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="gain">The gain of the first weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CategoricalHead(int features, int choices, RandomStream random, double gain = 0.01)
        : base(nameof(CategoricalHead), features, choices)
    {
        Scores = Initialization.Orthogonal(nn.Linear(features, choices), random, gain);
        register_module("scores", Scores);
    }

    /// <summary>The layer.</summary>
    public Linear Scores { get; }

    /// <inheritdoc/>
    public override ActionDistribution forward(Tensor input)
    {
        using Tensor scores = Scores.call(input);
        return new CategoricalDistribution(scores);
    }
}
