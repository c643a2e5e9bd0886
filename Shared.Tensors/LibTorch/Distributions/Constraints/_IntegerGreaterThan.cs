namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Integers at or above a bound.</summary>
            public class _IntegerGreaterThan(long lower_bound) : Constraint
            {
                /// <summary>The lower bound.</summary>
                public long lower_bound { get; } = lower_bound;

                private protected override bool IsDiscrete => true;

                internal override string Demand => FormattableString.Invariant($"an integer of at least {lower_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.remainder(1).eq(0).logical_and(value.ge(lower_bound)));

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"IntegerGreaterThan(lower_bound={lower_bound})");
            }
        }
    }
}
