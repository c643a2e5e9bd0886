namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Vectors of non-negative numbers whose sum is 1.</summary>
            public class _Simplex : Constraint
            {
                private protected override int EventDim => 1;

                internal override string Demand => "non-negative with the sum 1 along the last dimension";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.ge(0).all(-1).logical_and((value.sum(-1) - 1).abs().lt(1e-6)));
            }
        }
    }
}
