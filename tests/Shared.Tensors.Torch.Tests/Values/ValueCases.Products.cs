using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Products =
    [
        new("x.matmul(s)", true, t => t.X.matmul(t.S)),
        new("x.mm(s)", true, t => t.X.mm(t.S)),
        new("c.bmm(d)", true, t => t.C.bmm(t.D)),
        new("x.mv(v)", true, t => t.X.mv(t.V)),
        new("v.dot(w)", true, t => t.V.dot(t.W)),
        new("v.outer(w)", true, t => t.V.outer(t.W)),
        new("torch.addmm(v, x, s, beta=0.5, alpha=2)", true, t => t.V.addmm(t.X, t.S, 0.5f, 2f)),
        new("s.tril()", true, t => t.S.tril()),
        new("s.triu(1)", true, t => t.S.triu(1)),
        new("s.diag()", true, t => t.S.diag()),
        new("v.diag(1)", true, t => t.V.diag(1)),
        new("torch.einsum('bij,bjk->ik', c, d)", true, t => torch.einsum("bij,bjk->ik", t.C, t.D)),
        new("torch.matmul(x, s)", true, t => torch.matmul(t.X, t.S)),
        new("torch.dot(v, w)", true, t => torch.dot(t.V, t.W)),
    ];
}
