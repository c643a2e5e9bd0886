using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] NewLike =
    [
        new("x.new_zeros(2)", false, t => t.X.new_zeros(2)),
        new("i.new_zeros((2, 3))", false, t => t.I.new_zeros(new long[] { 2, 3 })),
        new("x.new_zeros((2, 1, 2), dtype=torch.int32)", false, t => t.X.new_zeros(2, 1, 2, torch.int32)),
        new("i.new_ones(3)", false, t => t.I.new_ones(3)),
        new("x.new_ones((1, 2, 1, 2))", false, t => t.X.new_ones(1, 2, 1, 2)),
        new("x.new_full((2, 2), 1.5)", false, t => t.X.new_full(2, 2, 1.5)),
        new("i.new_empty((2, 0))", false, t => t.I.new_empty(new long[] { 2, 0 })),
    ];
}
