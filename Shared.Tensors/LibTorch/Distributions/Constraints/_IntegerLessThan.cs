namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Integers at or below a bound.</summary>
            public class _IntegerLessThan(long upper_bound) : Constraint
            {
                /// <summary>The upper bound.</summary>
                public long upper_bound { get; } = upper_bound;

                private protected override bool IsDiscrete => true;

                internal override string Demand => FormattableString.Invariant($"an integer of at most {upper_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.remainder(1).eq(0).logical_and(value.le(upper_bound)));

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"IntegerLessThan(upper_bound={upper_bound})");
            }
        }
    }
}
