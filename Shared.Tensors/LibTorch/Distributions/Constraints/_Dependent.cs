namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A set that depends on other values; it cannot be checked.</summary>
            public class _Dependent(bool is_discrete = false, int event_dim = 0) : Constraint
            {
                private protected override bool IsDiscrete { get; } = is_discrete;

                private protected override int EventDim { get; } = event_dim;

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => throw new NotSupportedException("A set that depends on other values cannot be checked.");
            }
        }
    }
}
