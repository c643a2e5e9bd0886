using static TorchSharp.torch;
using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

/// <summary>What the difference between the ends of an interval must be.</summary>
internal sealed class AboveLow : Constraint
{
    internal static readonly Constraint Constraint = new AboveLow();

    internal override string Demand => "greater than low (high - low greater than 0 and finite)";

    public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.gt(0).logical_and(value.isfinite()));
}
