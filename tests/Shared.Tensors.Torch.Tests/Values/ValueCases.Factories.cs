using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Factories =
    [
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
