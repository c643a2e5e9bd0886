namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Symmetric matrices with positive eigenvalues.</summary>
            public class _PositiveDefinite : _Symmetric
            {
                internal override string Demand => "symmetric and positive definite";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => base.check(value) is var symmetric && symmetric.all().item<bool>()
                    ? linalg.cholesky_ex(value).Item2.eq(0)
                    : symmetric);
            }
        }
    }
}
