using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Part5 =
    [
        new("x.clone()", true, t => t.X.clone()),
        new("x.detach()", false, t => t.X.detach()),
        new("x.alias() if hasattr(x, 'alias') else x", true, t => t.X.alias()),
        new("(x * 3).float()", false, t => (t.X * 3).@float()),
        new("(x * 3).long()", false, t => (t.X * 3).@long()),
        new("(x * 3).int()", false, t => (t.X * 3).@int()),
        new("(x * 3).char()", false, t => (t.X * 3).@char()),
        new("(p * 9).byte()", false, t => (t.P * 9).@byte()),
        new("(x * 3).bool()", false, t => (t.X * 3).@bool()),
        new("(x * 3).double()", false, t => (t.X * 3).@double()),
        new("x.type_as(i)", false, t => t.X.type_as(t.I)),
        new("i.T", false, t => t.I.T),
        new("c.mT", true, t => t.C.mT),
        new("torch.arange(5)", false, t => torch.arange(5)),
        new("torch.arange(2, 7)", false, t => torch.arange(2, 7)),
        new("torch.arange(1.0, 2.0, 0.25)", false, t => torch.arange(1.0, 2.0, 0.25)),
        new("torch.linspace(0, 1, 5)", false, t => torch.linspace(0, 1, 5)),
        new("torch.eye(2, 3)", false, t => torch.eye(2, 3)),
        new("torch.eye(3)", false, t => torch.eye(3)),
        new("torch.zeros(2, 3)", false, t => torch.zeros(2, 3)),
        new("torch.ones(2)", false, t => torch.ones(2)),
        new("torch.full((2, 2), 1.5)", false, t => torch.full(2, 2, 1.5)),
        new("torch.zeros_like(x)", false, t => torch.zeros_like(t.X)),
        new("torch.ones_like(i)", false, t => torch.ones_like(t.I)),
        new("torch.full_like(x, 2)", false, t => torch.full_like(t.X, 2)),
        new("torch.tensor([[1.5, 2.5]])", false, t => torch.tensor(new float[] { 1.5f, 2.5f }, new long[] { 1, 2 })),
        new("torch.tensor(3)", false, t => torch.tensor(3L)),
    ];
}
