using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Two dense layers, for the shapes of Beta distributions: 1 + softplus of the outputs, so that the density has one summit.</summary>
public sealed class BetaHead : PolicyHead
{
    /// <summary>Makes the head; its densities are broad and centred at first.</summary>
    /// <param name="features">How many features go in. Range: at least 1.</param>
    /// <param name="dimensions">How many numbers an action has. Range: at least 1.</param>
    /// <param name="random">Where the first values come from.</param>
    /// <param name="gain">The gain of the first weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public BetaHead(int features, int dimensions, RandomStream random, double gain = 0.01)
        : base(nameof(BetaHead), features, dimensions)
    {
        Alpha = Initialization.Orthogonal(nn.Linear(features, dimensions), random, gain);
        Beta = Initialization.Orthogonal(nn.Linear(features, dimensions), random, gain);
        register_module("alpha", Alpha);
        register_module("beta", Beta);
    }

    /// <summary>The layer of the first shapes.</summary>
    public Linear Alpha { get; }

    /// <summary>The layer of the second shapes.</summary>
    public Linear Beta { get; }

    /// <inheritdoc/>
    public override ActionDistribution forward(Tensor input) => new BetaDistribution(Shape(Alpha, input), Shape(Beta, input));

    private static Tensor Shape(Linear layer, Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        return (nn.functional.softplus(layer.call(input)) + 1).MoveToOuterDisposeScope();
    }
}
