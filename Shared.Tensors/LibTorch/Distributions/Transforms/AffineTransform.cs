using Constraint = TorchSharp.torch.distributions.constraints.Constraint;
using static TorchSharp.DistributionTools;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>loc + scale x.</summary>
            public class AffineTransform : Transform
            {
                private readonly Tensor _loc;
                private readonly Tensor _scale;
                private readonly int _event;
                private readonly bool _numbers;

                /// <summary>A shift and a factor.</summary>
                /// <param name="loc">What is added.</param>
                /// <param name="scale">What is multiplied by; not 0.</param>
                /// <param name="event_dim">How many of the last dimensions one value takes.</param>
                public AffineTransform(Tensor loc, Tensor scale, int event_dim = 0)
                {
                    ArgumentNullException.ThrowIfNull(loc);
                    ArgumentNullException.ThrowIfNull(scale);
                    ArgumentOutOfRangeException.ThrowIfNegative(event_dim);
                    _loc = loc;
                    _scale = scale;
                    _event = event_dim;
                }

                /// <inheritdoc cref="AffineTransform(Tensor, Tensor, int)"/>
                public AffineTransform(double loc, double scale, int event_dim = 0)
                    : this(tensor(loc).DetachFromDisposeScope(), tensor(scale).DetachFromDisposeScope(), event_dim) => _numbers = true;

                // Numbers take the type of the tensor they meet.
                private Tensor Like(Tensor parameter, Tensor value) => _numbers ? parameter.type(value.dtype) : parameter;

                /// <inheritdoc/>
                public override Constraint domain => _event == 0 ? constraints.real : constraints.independent(constraints.real, _event);

                /// <inheritdoc/>
                public override Constraint codomain => domain;

                /// <inheritdoc/>
                public override bool bijective => true;

                /// <inheritdoc/>
                public override int event_dim => _event;

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) =>
                    Broadcast((nameof(shape), shape), ("loc", _loc.shape), ("scale", _scale.shape));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Evaluate(() => Like(_loc, x) + Like(_scale, x) * x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Evaluate(() => (y - Like(_loc, y)) / Like(_scale, y));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() =>
                {
                    var log = Like(_scale, x).abs().log();
                    var all = log.expand(Broadcast((nameof(x), x.shape), ("scale", log.shape)));
                    return SumRightmost(all, _event);
                });

                /// <inheritdoc/>
                protected internal override Tensor _sign() => _scale.sign();
            }
        }
    }
}
