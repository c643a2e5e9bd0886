using static TorchSharp.DistributionTools;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A differentiable map between sets, with its inverse and the logarithm of its Jacobian determinant.</summary>
            public abstract class Transform
            {
                private Transform? _inverseTransform;

                /// <summary>The values it takes.</summary>
                public abstract Constraint domain { get; }

                /// <summary>The values it gives.</summary>
                public abstract Constraint codomain { get; }

                /// <summary>Whether each value of the codomain comes from one value of the domain.</summary>
                public virtual bool bijective => false;

                /// <summary>How many of the last dimensions one value takes.</summary>
                /// <exception cref="InvalidOperationException">It differs between domain and codomain: ask those.</exception>
                public virtual int event_dim => domain.event_dim == codomain.event_dim
                    ? domain.event_dim
                    : throw new InvalidOperationException($"{GetType().Name} has an event_dim of {domain.event_dim} before and {codomain.event_dim} after.");

                /// <summary>The inverse map.</summary>
                public virtual Transform inv => _inverseTransform ??= new InverseTransform(this);

                /// <summary>1 where the map increases, -1 where it decreases.</summary>
                public Tensor sign => _sign();

                /// <summary>Whether outputs come so close to the codomain's edge that the input is lost in them.</summary>
                internal virtual bool Saturates => false;

                /// <summary>The map's value.</summary>
                public Tensor forward(Tensor x) => Evaluate(() => _call(x));

                /// <summary>The shape that an input's shape becomes.</summary>
                public virtual long[] forward_shape(long[] shape) => shape;

                /// <summary>The shape that an output's shape comes from.</summary>
                public virtual long[] inverse_shape(long[] shape) => shape;

                /// <summary>log |det dy/dx| at x, of which y is the image.</summary>
                protected internal abstract Tensor log_abs_det_jacobian(Tensor x, Tensor y);

                /// <summary>The map.</summary>
                protected internal abstract Tensor _call(Tensor x);

                /// <summary>The inverse map.</summary>
                protected internal abstract Tensor _inverse(Tensor y);

                /// <summary>See <see cref="sign"/>.</summary>
                protected internal virtual Tensor _sign() => throw new NotSupportedException($"{GetType().Name} has no sign.");
            }
        }
    }
}
