using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] MoreProducts =
    [
        new("torch.ones(2, 2, 2, dtype=torch.float64).baddbmm(c, d, beta=0.5, alpha=2)", true, t => torch.ones(2, 2, 2, torch.float64).baddbmm(t.C, t.D, 0.5f, 2f)),
        new("torch.ones(2, 2, dtype=torch.float64).addbmm(c, d)", true, t => torch.addbmm(torch.ones(2, 2, torch.float64), t.C, t.D)),
        new("v.addmv(s, w, beta=2, alpha=0.5)", true, t => t.V.addmv(t.S, t.W, 2f, 0.5f)),
        new("s.addr(v, w)", true, t => t.S.addr(t.V, t.W)),
        new("x.inner(y)", true, t => t.X.inner(t.Y)),
        new("v.vdot(w)", true, t => torch.vdot(t.V, t.W)),
        new("x.kron(s)", true, t => t.X.kron(t.S)),
        new("v.ger(w)", true, t => t.V.ger(t.W)),
    ];
}
