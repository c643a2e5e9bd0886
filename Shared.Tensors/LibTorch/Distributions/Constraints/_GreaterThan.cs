namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers greater than a bound.</summary>
            public class _GreaterThan(double lower_bound) : Constraint
            {
                /// <summary>The lower bound.</summary>
                public double lower_bound { get; } = lower_bound;

                internal override string Demand => FormattableString.Invariant($"greater than {lower_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => value.gt(lower_bound);

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"GreaterThan(lower_bound={lower_bound})");
            }
        }
    }
}
