using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Comparison =
    [
        new("x == y", false, t => t.X == t.Y),
        new("x == 0.25", false, t => t.X == 0.25),
        new("0.25 == x", false, t => 0.25 == t.X),
        new("torch.eq(x, y)", false, t => torch.eq(t.X, t.Y)),
        new("x.ne(y)", false, t => t.X.ne(t.Y)),
        new("x.ne(0.25)", false, t => t.X.ne(0.25)),
        new("x != y", false, t => t.X != t.Y),
        new("x != 0.25", false, t => t.X != 0.25),
        new("0.25 != x", false, t => 0.25 != t.X),
        new("torch.ne(x, y)", false, t => torch.ne(t.X, t.Y)),
        new("x.lt(y)", false, t => t.X.lt(t.Y)),
        new("x.lt(0.25)", false, t => t.X.lt(0.25)),
        new("x < y", false, t => t.X < t.Y),
        new("x < 0.25", false, t => t.X < 0.25),
        new("0.25 < x", false, t => 0.25 < t.X),
        new("x.le(y)", false, t => t.X.le(t.Y)),
        new("x.le(0.25)", false, t => t.X.le(0.25)),
        new("x <= y", false, t => t.X <= t.Y),
        new("x <= 0.25", false, t => t.X <= 0.25),
        new("0.25 <= x", false, t => 0.25 <= t.X),
        new("x.gt(y)", false, t => t.X.gt(t.Y)),
        new("x.gt(0.25)", false, t => t.X.gt(0.25)),
        new("x > y", false, t => t.X > t.Y),
        new("x > 0.25", false, t => t.X > 0.25),
        new("0.25 > x", false, t => 0.25 > t.X),
        new("x.ge(y)", false, t => t.X.ge(t.Y)),
        new("x.ge(0.25)", false, t => t.X.ge(0.25)),
        new("x >= y", false, t => t.X >= t.Y),
        new("x >= 0.25", false, t => t.X >= 0.25),
        new("0.25 >= x", false, t => 0.25 >= t.X),
        new("b.logical_and(x > 0)", false, t => t.B.logical_and(t.X > 0)),
        new("b.logical_or(x > 0)", false, t => t.B.logical_or(t.X > 0)),
        new("b.logical_xor(x > 0)", false, t => t.B.logical_xor(t.X > 0)),
        new("x.isclose(x + 1e-9)", false, t => t.X.isclose(t.X + 1e-9)),
        new("b.all()", false, t => t.B.all()),
        new("b.all(1)", false, t => t.B.all(1)),
        new("b.all(0, True)", false, t => t.B.all(0, true)),
        new("b.any()", false, t => t.B.any()),
        new("b.any(1)", false, t => t.B.any(1)),
        new("b.any(0, True)", false, t => t.B.any(0, true)),
    ];
}
