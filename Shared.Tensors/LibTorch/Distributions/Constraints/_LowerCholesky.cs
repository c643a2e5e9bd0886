namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Lower triangular matrices with a positive diagonal.</summary>
            public class _LowerCholesky : Constraint
            {
                private protected override int EventDim => 2;

                internal override string Demand => "lower triangular with a positive diagonal";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() =>
                    value.tril().eq(value).flatten(-2).all(-1).logical_and(DistributionOperators.DiagonalView.Call(value, 0, -2, -1).gt(0).all(-1)));
            }
        }
    }
}
