namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Symmetric matrices.</summary>
            public class _Symmetric : _Square
            {
                internal override string Demand => "symmetric";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => value.shape[^1] == value.shape[^2]
                    ? value.isclose(value.mT, atol: 1e-6).flatten(-2).all(-1)
                    : base.check(value));
            }
        }
    }
}
