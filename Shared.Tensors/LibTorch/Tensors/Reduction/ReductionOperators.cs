namespace TorchSharp;

/// <summary>Sums, means, extremes, order.</summary>
internal static class ReductionOperators
{
    internal static readonly Operator Argmax = new("aten::argmax");
    internal static readonly Operator Argmin = new("aten::argmin");
    internal static readonly Operator Argsort = new("aten::argsort");
    internal static readonly Operator CountNonzeroByDimIntList = new("aten::count_nonzero", "dim_IntList");
    internal static readonly Operator Cumprod = new("aten::cumprod");
    internal static readonly Operator Cumsum = new("aten::cumsum");
    internal static readonly Operator LogSoftmaxByInt = new("aten::log_softmax", "int");
    internal static readonly Operator Logsumexp = new("aten::logsumexp");
    internal static readonly Operator Max = new("aten::max");
    internal static readonly Operator MaxByDim = new("aten::max", "dim");
    internal static readonly Operator Mean = new("aten::mean");
    internal static readonly Operator MeanByDim = new("aten::mean", "dim");
    internal static readonly Operator Median = new("aten::median");
    internal static readonly Operator Min = new("aten::min");
    internal static readonly Operator MinByDim = new("aten::min", "dim");
    internal static readonly Operator NormByScalarOptDim = new("aten::norm", "ScalarOpt_dim");
    internal static readonly Operator SoftmaxByInt = new("aten::softmax", "int");
    internal static readonly Operator SortByStable = new("aten::sort", "stable");
    internal static readonly Operator Std = new("aten::std");
    internal static readonly Operator StdByDim = new("aten::std", "dim");
    internal static readonly Operator Sum = new("aten::sum");
    internal static readonly Operator SumByDimIntList = new("aten::sum", "dim_IntList");
    internal static readonly Operator Topk = new("aten::topk");
    internal static readonly Operator Trace = new("aten::trace");
    internal static readonly Operator Var = new("aten::var");
    internal static readonly Operator VarByDim = new("aten::var", "dim");
}
