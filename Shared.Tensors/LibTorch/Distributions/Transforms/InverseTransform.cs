using static TorchSharp.torch;
using static TorchSharp.torch.distributions.transforms;
using Constraint = TorchSharp.torch.distributions.constraints.Constraint;

namespace TorchSharp;

/// <summary>The inverse of a transform.</summary>
internal sealed class InverseTransform(Transform original) : Transform
{
    public override Constraint domain => original.codomain;

    public override Constraint codomain => original.domain;

    public override bool bijective => original.bijective;

    public override Transform inv => original;

    public override long[] forward_shape(long[] shape) => original.inverse_shape(shape);

    public override long[] inverse_shape(long[] shape) => original.forward_shape(shape);

    protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => original.log_abs_det_jacobian(y, x).neg();

    protected internal override Tensor _call(Tensor x) => original._inverse(x);

    protected internal override Tensor _inverse(Tensor y) => original._call(y);

    protected internal override Tensor _sign() => original._sign();
}
