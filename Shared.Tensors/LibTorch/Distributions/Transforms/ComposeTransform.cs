using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Transforms one after the other, the first one first.</summary>
            public class ComposeTransform : Transform
            {
                private readonly Transform[] _parts;

                /// <summary>A chain.</summary>
                /// <param name="parts">The transforms, the first one to be applied first.</param>
                /// <param name="cache_size">Not used: <see cref="Modules.TransformedDistribution"/> remembers what its log-probability needs.</param>
                public ComposeTransform(IEnumerable<Transform> parts, int cache_size = 0)
                {
                    ArgumentNullException.ThrowIfNull(parts);
                    _parts = [.. parts];
                }

                /// <inheritdoc/>
                public override Constraint domain => Widest(_parts.FirstOrDefault()?.domain, Needed);

                /// <inheritdoc/>
                public override Constraint codomain => Widest(_parts.LastOrDefault()?.codomain, Given);

                /// <inheritdoc/>
                public override bool bijective => _parts.All(part => part.bijective);

                /// <inheritdoc/>
                public override int event_dim => base.event_dim;

                /// <inheritdoc/>
                public override Transform inv => new ComposeTransform(_parts.Reverse().Select(part => part.inv));

                internal override bool Saturates => _parts.Any(part => part.Saturates);

                internal IReadOnlyList<Transform> Parts => _parts;

                // The dimensions of one input: as many as any part needs of what reaches it.
                private int Needed
                {
                    get
                    {
                        var dimensions = _parts.Length == 0 ? 0 : _parts[^1].codomain.event_dim;
                        foreach (var part in _parts.AsEnumerable().Reverse())
                            dimensions = Math.Max(dimensions + part.domain.event_dim - part.codomain.event_dim, part.domain.event_dim);
                        return dimensions;
                    }
                }

                private int Given
                {
                    get
                    {
                        var dimensions = _parts.Length == 0 ? 0 : _parts[0].domain.event_dim;
                        foreach (var part in _parts)
                            dimensions = Math.Max(dimensions + part.codomain.event_dim - part.domain.event_dim, part.codomain.event_dim);
                        return dimensions;
                    }
                }

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => _parts.Aggregate(shape, (now, part) => part.forward_shape(now));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) =>
                    _parts.AsEnumerable().Reverse().Aggregate(shape, (now, part) => part.inverse_shape(now));

                private static Constraint Widest(Constraint? set, int dimensions)
                {
                    set ??= constraints.real;
                    return dimensions > set.event_dim ? constraints.independent(set, dimensions - set.event_dim) : set;
                }

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Evaluate(() => _parts.Aggregate(x, (value, part) => part._call(value)));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Evaluate(() => _parts.AsEnumerable().Reverse().Aggregate(y, (value, part) => part._inverse(value)));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() =>
                {
                    var result = zeros(x.shape[..(x.shape.Length - domain.event_dim)], x.dtype, x.device);
                    var dimensions = domain.event_dim;
                    var value = x;
                    for (var i = 0; i < _parts.Length; i++)
                    {
                        var part = _parts[i];
                        var next = i == _parts.Length - 1 ? y : part._call(value);
                        result += SumRightmost(part.log_abs_det_jacobian(value, next), dimensions - part.domain.event_dim);
                        dimensions += part.codomain.event_dim - part.domain.event_dim;
                        value = next;
                    }
                    return result;
                });

                /// <inheritdoc/>
                protected internal override Tensor _sign() => Evaluate(() => _parts.Aggregate((Tensor)ones([]), (product, part) => product * part._sign()));
            }
        }
    }
}
