using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

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
                private readonly Tensor? _loc;
                private readonly Tensor? _scale;
                private readonly double _locNumber;
                private readonly double _scaleNumber;
                private readonly int _event;

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
                {
                    if (scale == 0 || !double.IsFinite(scale))
                        throw new ArgumentOutOfRangeException(nameof(scale), scale, "The factor must be finite and not 0.");
                    ArgumentOutOfRangeException.ThrowIfNegative(event_dim);
                    _locNumber = loc;
                    _scaleNumber = scale;
                    _event = event_dim;
                }

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
                    _scale is null ? shape : Broadcast((nameof(shape), shape), ("loc", _loc!.shape), ("scale", _scale.shape));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => Evaluate(() => _scale is null ? x * _scaleNumber + _locNumber : _loc! + _scale * x);

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => Evaluate(() => _scale is null ? (y - _locNumber) / _scaleNumber : (y - _loc!) / _scale);

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => Evaluate(() =>
                {
                    var logarithm = _scale is null
                        ? x.full_like(Math.Log(Math.Abs(_scaleNumber)))
                        : _scale.abs().log().expand(forward_shape(x.shape));
                    return SumRightmost(logarithm, _event);
                });

                /// <inheritdoc/>
                protected internal override Tensor _sign() => _scale is null ? tensor((double)Math.Sign(_scaleNumber)) : _scale.sign();
            }
        }
    }
}
