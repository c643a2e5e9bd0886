using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Search =
    [
        new("torch.bucketize(y, torch.tensor([-1.0, 0.0, 0.8], dtype=torch.float64), right=True)", false, t => t.Y.bucketize(torch.tensor([-1.0, 0.0, 0.8]), right: true)),
        new("torch.bucketize(y, v.sort()[0], out_int32=True)", false, t => torch.bucketize(t.Y, t.V.sort().Item1, true)),
        new("torch.searchsorted(x.sort()[0], y)", false, t => torch.searchsorted(t.X.sort().Item1, t.Y)),
        new("torch.searchsorted(v, w, sorter=v.argsort(), right=True)", false, t => torch.searchsorted(t.V, t.W, right: true, sorter: t.V.argsort())),
        new("torch.isin(g, k)", false, t => t.G.isin(t.K)),
        new("torch.isin(g, k, invert=True)", false, t => torch.isin(t.G, t.K, invert: true)),
        new("g.argwhere()", false, t => torch.argwhere(t.G)),
        new("g.nonzero(as_tuple=True)[1]", false, t => t.G.nonzero_as_list()[1]),
        new("x.take(k)", true, t => t.X.take(t.K)),
        new("x.take_along_dim(g, 1)", true, t => t.X.take_along_dim(t.G, 1)),
        new("torch.take_along_dim(x, k)", true, t => t.X.take_along_dim(t.K)),
        new("s.index_add(0, k, x, alpha=2)", true, t => t.S.index_add(0, t.K, t.X, 2)),
        new("s.index_copy(0, k, x)", true, t => t.S.index_copy(0, t.K, t.X)),
        new("s.clone().index_copy_(0, k, x)", true, t => torch.index_copy_(t.S.clone(), 0, t.K, t.X)),
        new("s.index_fill(1, k, 3)", true, t => t.S.index_fill(1, t.K, 3)),
        new("s.clone().index_fill_(1, k, -1.5)", true, t => t.S.clone().index_fill_(1, t.K, -1.5)),
        new("s.scatter_add(1, g, x)", true, t => t.S.scatter_add(1, t.G, t.X)),
        new("s.clone().scatter_add_(0, g, x)", true, t => torch.scatter_add_(t.S.clone(), 0, t.G, t.X)),
        new("x.masked_scatter(b, y)", true, t => t.X.masked_scatter(t.B, t.Y)),
        new("x.clone().masked_scatter_(b, v)", true, t => t.X.clone().masked_scatter_(t.B, t.V)),
    ];
}
