namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Numbers less than a bound.</summary>
            public class _LessThan(double upper_bound) : Constraint
            {
                /// <summary>The upper bound.</summary>
                public double upper_bound { get; } = upper_bound;

                internal override string Demand => FormattableString.Invariant($"less than {upper_bound}");

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => value.lt(upper_bound);

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"LessThan(upper_bound={upper_bound})");
            }
        }
    }
}
