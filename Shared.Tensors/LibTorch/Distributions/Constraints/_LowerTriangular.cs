namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Lower triangular matrices.</summary>
            public class _LowerTriangular : Constraint
            {
                private protected override int EventDim => 2;

                internal override string Demand => "lower triangular";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.tril().eq(value).flatten(-2).all(-1));
            }
        }
    }
}
