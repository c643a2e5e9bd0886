namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A set whose last dimensions make one event: all of it must be inside.</summary>
            public class _IndependentConstraint(Constraint base_constraint, int reinterpreted_batch_ndims) : Constraint
            {
                /// <summary>The set of the elements.</summary>
                public Constraint base_constraint { get; } = base_constraint;

                /// <inheritdoc/>
                public override bool is_discrete => base_constraint.is_discrete;

                /// <inheritdoc/>
                public override int event_dim => base_constraint.event_dim + reinterpreted_batch_ndims;

                internal override string Demand => base_constraint.Demand;

                /// <inheritdoc/>
                public override Tensor check(Tensor value)
                {
                    if (value.ndim < event_dim)
                        throw new ArgumentException($"The value must have at least {event_dim} dimensions, not {value.ndim}.", nameof(value));
                    return DistributionTools.Evaluate(() =>
                        reinterpreted_batch_ndims == 0
                            ? base_constraint.check(value)
                            : base_constraint.check(value) is var inside ? inside.flatten(inside.ndim - reinterpreted_batch_ndims).all(-1) : inside);
                }

                /// <inheritdoc/>
                public override string ToString() => FormattableString.Invariant($"IndependentConstraint({base_constraint}, {reinterpreted_batch_ndims})");
            }
        }
    }
}
