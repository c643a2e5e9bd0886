using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Shapes =
    [
        new("x.view(3, 2)", true, t => t.X.view(3, 2)),
        new("x.t().reshape(-1)", true, t => t.X.t().reshape(-1)),
        new("c.transpose(0, 2)", true, t => t.C.transpose(0, 2)),
        new("c.swapaxes(1, 2)", true, t => t.C.swapaxes(1, 2)),
        new("c.permute(2, 0, 1)", true, t => t.C.permute(2, 0, 1)),
        new("x.unsqueeze(1)", true, t => t.X.unsqueeze(1)),
        new("x.unsqueeze(0).squeeze()", true, t => t.X.unsqueeze(0).squeeze()),
        new("x.unsqueeze(0).squeeze(0)", true, t => t.X.unsqueeze(0).squeeze(0)),
        new("row.expand(2, 3)", true, t => t.ROW.expand(2, 3)),
        new("row.expand([2, 3])", true, t => t.ROW.expand(new long[] { 2, 3 }, false)),
        new("row.expand_as(x)", true, t => t.ROW.expand_as(t.X)),
        new("row.broadcast_to((4, 3))", true, t => t.ROW.broadcast_to(4, 3)),
        new("c.flatten()", true, t => t.C.flatten()),
        new("c.flatten(1)", true, t => t.C.flatten(1)),
        new("x.narrow(1, 1, 2)", true, t => t.X.narrow(1, 1, 2)),
        new("x.select(1, 2)", true, t => t.X.select(1, 2)),
        new("x.repeat(2, 1)", true, t => t.X.repeat(2, 1)),
        new("x.flip(0, 1)", true, t => t.X.flip(0, 1)),
        new("x.t().contiguous()", true, t => t.X.t().contiguous()),
        new("x[:, 0:3:2]", true, t => t.X.slice(1, 0, 3, 2)),
        new("v.split(2)[1]", true, t => t.V.split(2, 0)[1]),
        new("v.split([1, 2])[1]", true, t => t.V.split(new long[] { 1, 2 }, 0)[1]),
        new("c.chunk(2, 1)[1]", true, t => t.C.chunk(2, 1)[1]),
        new("x.unbind(1)[2]", true, t => t.X.unbind(1)[2]),
        new("torch.cat((x, y), 1)", true, t => torch.cat([t.X, t.Y], 1)),
        new("torch.stack((x, y), 1)", true, t => torch.stack([t.X, t.Y], 1)),
        new("x.index_select(1, k)", true, t => t.X.index_select(1, t.K)),
        new("x.gather(1, g)", true, t => t.X.gather(1, t.G)),
        new("x.scatter(1, g, y)", true, t => t.X.scatter(1, t.G, t.Y)),
        new("x.clone().scatter_(1, g, y)", true, t => t.X.clone().scatter_(1, t.G, t.Y)),
        new("x.masked_select(b)", true, t => t.X.masked_select(t.B)),
        new("b.nonzero()", false, t => t.B.nonzero()),
        new("x.clone().index_add_(1, k, y[:, 0:2], alpha=2)", true, t => t.X.clone().index_add_(1, t.K, t.Y.narrow(1, 0, 2), 2)),
    ];
}
