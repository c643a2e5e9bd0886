namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Vectors of one 1 among zeros.</summary>
            public class _OneHot : Constraint
            {
                private protected override bool IsDiscrete => true;

                private protected override int EventDim => 1;

                internal override string Demand => "one 1 among zeros along the last dimension";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.eq(0).logical_or(value.eq(1)).all(-1).logical_and(value.sum(-1).eq(1)));
            }
        }
    }
}
