namespace TorchSharp;

/// <summary>Products of vectors, matrices and tensors.</summary>
internal static class ProductOperators
{
    internal static readonly Operator Addbmm = new("aten::addbmm");
    internal static readonly Operator AddbmmInPlace = new("aten::addbmm_");
    internal static readonly Operator Addmm = new("aten::addmm");
    internal static readonly Operator AddmmInPlace = new("aten::addmm_");
    internal static readonly Operator Addmv = new("aten::addmv");
    internal static readonly Operator AddmvInPlace = new("aten::addmv_");
    internal static readonly Operator Addr = new("aten::addr");
    internal static readonly Operator AddrInPlace = new("aten::addr_");
    internal static readonly Operator Baddbmm = new("aten::baddbmm");
    internal static readonly Operator Bmm = new("aten::bmm");
    internal static readonly Operator ChainMatmul = new("aten::chain_matmul");
    internal static readonly Operator Diag = new("aten::diag");
    internal static readonly Operator Dot = new("aten::dot");
    internal static readonly Operator Ger = new("aten::ger");
    internal static readonly Operator Inner = new("aten::inner");
    internal static readonly Operator Kron = new("aten::kron");
    internal static readonly Operator Matmul = new("aten::matmul");
    internal static readonly Operator MatrixExp = new("aten::matrix_exp");
    internal static readonly Operator Mm = new("aten::mm");
    internal static readonly Operator Mv = new("aten::mv");
    internal static readonly Operator Outer = new("aten::outer");
    internal static readonly Operator Tensordot = new("aten::tensordot");
    internal static readonly Operator Tril = new("aten::tril");
    internal static readonly Operator Triu = new("aten::triu");
    internal static readonly Operator Vdot = new("aten::vdot");
}
