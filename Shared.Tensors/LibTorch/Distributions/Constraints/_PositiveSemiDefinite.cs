namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Symmetric matrices without a negative eigenvalue.</summary>
            public class _PositiveSemiDefinite : _Symmetric
            {
                internal override string Demand => "symmetric and positive semidefinite";

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() => base.check(value) is var symmetric && symmetric.all().item<bool>()
                    ? linalg.eigvalsh(value).ge(0).all(-1)
                    : symmetric);
            }
        }
    }
}
