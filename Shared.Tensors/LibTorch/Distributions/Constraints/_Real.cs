namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Any number but NaN.</summary>
            public class _Real : Constraint
            {
                internal override string Demand => "not NaN";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => value.eq(value);
            }
        }
    }
}
