namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Cholesky factors of correlation matrices: lower triangular, positive diagonal, rows of length 1.</summary>
            public class _CorrCholesky : Constraint
            {
                private protected override int EventDim => 2;

                internal override string Demand => "the Cholesky factor of a correlation matrix";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() =>
                {
                    var tolerance = DistributionTools.Epsilon(value.dtype) * value.shape[^1] * 10;
                    return (value.square().sum(-1).sqrt() - 1).abs().le(tolerance).all(-1).logical_and(new _LowerCholesky().check(value));
                });
            }
        }
    }
}
