using static TorchSharp.torch;
using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

/// <summary>What sums of weights must be: they are divided by.</summary>
internal sealed class SumOfWeights : Constraint
{
    internal static readonly Constraint Constraint = new SumOfWeights();

    internal override string Demand => "with a finite sum greater than 0 over the last dimension";

    public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.gt(0).logical_and(value.isfinite()));
}
