namespace TorchSharp.Modules;

/// <summary>libtorch's operators over lists of tensors: one call for all parameters; on a GPU few kernels for all of them.</summary>
internal static class Foreach
{
    internal static readonly Operator Abs = new("aten::_foreach_abs");
    internal static readonly Operator AddByList = new("aten::_foreach_add", "List");
    internal static readonly Operator AddByScalar = new("aten::_foreach_add", "Scalar");
    internal static readonly Operator AddInPlaceByList = new("aten::_foreach_add_", "List");
    internal static readonly Operator AddInPlaceByScalar = new("aten::_foreach_add_", "Scalar");
    internal static readonly Operator AddcdivInPlace = new("aten::_foreach_addcdiv_", "Scalar");
    internal static readonly Operator Addcmul = new("aten::_foreach_addcmul", "Scalar");
    internal static readonly Operator AddcmulInPlace = new("aten::_foreach_addcmul_", "Scalar");
    internal static readonly Operator DivByScalar = new("aten::_foreach_div", "Scalar");
    internal static readonly Operator DivInPlaceByList = new("aten::_foreach_div_", "List");
    internal static readonly Operator DivInPlaceByScalar = new("aten::_foreach_div_", "Scalar");
    internal static readonly Operator MaximumInPlace = new("aten::_foreach_maximum_", "List");
    internal static readonly Operator MulInPlaceByList = new("aten::_foreach_mul_", "List");
    internal static readonly Operator MulInPlaceByScalar = new("aten::_foreach_mul_", "Scalar");
    internal static readonly Operator Neg = new("aten::_foreach_neg");
    internal static readonly Operator ReciprocalInPlace = new("aten::_foreach_reciprocal_");
    internal static readonly Operator Sqrt = new("aten::_foreach_sqrt");
    internal static readonly Operator SqrtInPlace = new("aten::_foreach_sqrt_");
    internal static readonly Operator Sub = new("aten::_foreach_sub", "List");
}
