namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Sets side by side along a dimension, each for a number of places.</summary>
            public class _Cat(IList<Constraint> cseq, long dim = 0, IList<long>? lengths = null) : Constraint
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
                    var start = 0L;
                    for (var i = 0; i < cseq.Count; i++)
                    {
                        var length = lengths is null ? 1 : lengths[i];
                        parts.Add(cseq[i].check(value.narrow(dim, start, length)));
                        start += length;
                    }
                    return torch.cat(parts, dim);
                });
            }
        }
    }
}
