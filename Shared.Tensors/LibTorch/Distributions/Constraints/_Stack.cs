namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Sets side by side along a dimension, one for each place.</summary>
            public class _Stack(IList<Constraint> cseq, int dim = 0) : Constraint
            {
                /// <inheritdoc/>
                public override bool is_discrete => cseq.Any(one => one.is_discrete);

                /// <inheritdoc/>
                public override int event_dim => cseq.Max(one => one.event_dim);

                internal override string Demand => string.Join(", then ", cseq.Select(one => one.Demand));

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => DistributionTools.Evaluate(() =>
                {
                    var parts = new List<Tensor>();
                    for (var i = 0; i < cseq.Count; i++)
                        parts.Add(cseq[i].check(value.select(dim, i)));
                    return torch.stack(parts, dim);
                });
            }
        }
    }
}
