namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers of a closed interval.</summary>
            public class _Interval(double lower_bound, double upper_bound) : Constraint
            {
                /// <summary>The lower bound.</summary>
                public double lower_bound { get; } = lower_bound;

                /// <summary>The upper bound.</summary>
                public double upper_bound { get; } = upper_bound;

                internal override string Demand => FormattableString.Invariant($"from {lower_bound} to {upper_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.ge(lower_bound).logical_and(value.le(upper_bound)));

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"Interval(lower_bound={lower_bound}, upper_bound={upper_bound})");
            }
        }
    }
}
