namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers at or above a bound.</summary>
            public class _GreaterThanEq(double lower_bound) : Constraint
            {
                /// <summary>The lower bound.</summary>
                public double lower_bound { get; } = lower_bound;

                internal override string Demand => FormattableString.Invariant($"at least {lower_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => value.ge(lower_bound);

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"GreaterThanEq(lower_bound={lower_bound})");
            }
        }
    }
}
