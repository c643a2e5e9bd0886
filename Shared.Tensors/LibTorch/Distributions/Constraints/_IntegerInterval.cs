namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Integers of a closed interval.</summary>
            public class _IntegerInterval(long lower_bound, long upper_bound) : Constraint
            {
                /// <summary>The lower bound.</summary>
                public long lower_bound { get; } = lower_bound;

                /// <summary>The upper bound.</summary>
                public long upper_bound { get; } = upper_bound;

                private protected override bool IsDiscrete => true;

                internal override string Demand => FormattableString.Invariant($"an integer from {lower_bound} to {upper_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.remainder(1).eq(0).logical_and(value.ge(lower_bound)).logical_and(value.le(upper_bound)));

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"IntegerInterval(lower_bound={lower_bound}, upper_bound={upper_bound})");
            }
        }
    }
}
