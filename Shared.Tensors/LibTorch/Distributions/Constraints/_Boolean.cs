namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>0 or 1.</summary>
            public class _Boolean : Constraint
            {
                private protected override bool IsDiscrete => true;

                internal override string Demand => "0 or 1";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.eq(0).logical_or(value.eq(1)));
            }
        }
    }
}
