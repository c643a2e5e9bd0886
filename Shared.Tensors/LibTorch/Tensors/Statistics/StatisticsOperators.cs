namespace TorchSharp;

/// <summary>Moments, quantiles, histograms.</summary>
internal static class StatisticsOperators
{
    internal static readonly Operator Amax = new("aten::amax");
    internal static readonly Operator AmaxByOut = new("aten::amax", "out");
    internal static readonly Operator Amin = new("aten::amin");
    internal static readonly Operator AminByOut = new("aten::amin", "out");
    internal static readonly Operator Aminmax = new("aten::aminmax");
    internal static readonly Operator Bincount = new("aten::bincount");
    internal static readonly Operator Cdist = new("aten::cdist");
    internal static readonly Operator Corrcoef = new("aten::corrcoef");
    internal static readonly Operator Cov = new("aten::cov");
    internal static readonly Operator Cummax = new("aten::cummax");
    internal static readonly Operator Cummin = new("aten::cummin");
    internal static readonly Operator CumulativeTrapezoidByDx = new("aten::cumulative_trapezoid", "dx");
    internal static readonly Operator CumulativeTrapezoidByX = new("aten::cumulative_trapezoid", "x");
    internal static readonly Operator Diff = new("aten::diff");
    internal static readonly Operator Dist = new("aten::dist");
    internal static readonly Operator Histc = new("aten::histc");
    internal static readonly Operator HistogramByBinCt = new("aten::histogram", "bin_ct");
    internal static readonly Operator HistogramByBinsTensor = new("aten::histogram", "bins_tensor");
    internal static readonly Operator Kthvalue = new("aten::kthvalue");
    internal static readonly Operator Logcumsumexp = new("aten::logcumsumexp");
    internal static readonly Operator Mode = new("aten::mode");
    internal static readonly Operator Msort = new("aten::msort");
    internal static readonly Operator Nanmean = new("aten::nanmean");
    internal static readonly Operator Nanmedian = new("aten::nanmedian");
    internal static readonly Operator Nanquantile = new("aten::nanquantile");
    internal static readonly Operator Nansum = new("aten::nansum");
    internal static readonly Operator Quantile = new("aten::quantile");
    internal static readonly Operator Renorm = new("aten::renorm");
    internal static readonly Operator StdMean = new("aten::std_mean");
    internal static readonly Operator StdMeanByDim = new("aten::std_mean", "dim");
    internal static readonly Operator TrapezoidByDx = new("aten::trapezoid", "dx");
    internal static readonly Operator TrapezoidByX = new("aten::trapezoid", "x");
    internal static readonly Operator Unique2 = new("aten::_unique2");
    internal static readonly Operator UniqueConsecutive = new("aten::unique_consecutive");
    internal static readonly Operator UniqueDim = new("aten::unique_dim");
    internal static readonly Operator VarMean = new("aten::var_mean");
    internal static readonly Operator VarMeanByDim = new("aten::var_mean", "dim");
}
