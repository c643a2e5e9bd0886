namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Vectors of counts with a fixed sum.</summary>
            public class _Multinomial(long upper_bound) : Constraint
            {
                /// <summary>The upper bound.</summary>
                public long upper_bound { get; } = upper_bound;

                private protected override bool IsDiscrete => true;

                private protected override int EventDim => 1;

                internal override string Demand => FormattableString.Invariant($"counts with the sum {upper_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor x) => DistributionTools.Evaluate(() => x.ge(0).all(-1).logical_and(x.sum(-1).eq(upper_bound)));

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"Multinomial(upper_bound={upper_bound})");
            }
        }
    }
}
