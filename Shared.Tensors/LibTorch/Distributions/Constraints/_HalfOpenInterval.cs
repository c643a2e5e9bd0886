namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers from a lower bound up to, and without, an upper bound.</summary>
            public class _HalfOpenInterval(double lower_bound, double upper_bound) : Constraint
            {
                /// <summary>The lower bound.</summary>
                public double lower_bound { get; } = lower_bound;

                /// <summary>The upper bound.</summary>
                public double upper_bound { get; } = upper_bound;

                internal override string Demand => FormattableString.Invariant($"at least {lower_bound} and less than {upper_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.ge(lower_bound).logical_and(value.lt(upper_bound)));

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"HalfOpenInterval(lower_bound={lower_bound}, upper_bound={upper_bound})");
            }
        }
    }
}
