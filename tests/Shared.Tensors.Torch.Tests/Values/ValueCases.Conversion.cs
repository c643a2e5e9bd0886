namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Conversion =
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
    ];
}
