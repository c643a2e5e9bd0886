namespace TorchSharp;

/// <summary>The operators of further products.</summary>
internal static class MoreProductsOperators
{
    internal static readonly Operator Addbmm = new("aten::addbmm");
    internal static readonly Operator Addmv = new("aten::addmv");
    internal static readonly Operator Addr = new("aten::addr");
    internal static readonly Operator Baddbmm = new("aten::baddbmm");
    internal static readonly Operator Ger = new("aten::ger");
    internal static readonly Operator Inner = new("aten::inner");
    internal static readonly Operator Kron = new("aten::kron");
    internal static readonly Operator Vdot = new("aten::vdot");
}
