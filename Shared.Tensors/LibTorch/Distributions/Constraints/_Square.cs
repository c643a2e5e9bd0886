namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Square matrices.</summary>
            public class _Square : Constraint
            {
                private protected override int EventDim => 2;

                internal override string Demand => "square";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => torch.full(value.shape[..^2], value.ndim > 1 && value.shape[^1] == value.shape[^2], ScalarType.Bool, value.device);
            }
        }
    }
}
