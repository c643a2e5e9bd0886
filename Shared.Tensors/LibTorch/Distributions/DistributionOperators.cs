namespace TorchSharp;

/// <summary>The operators that the distributions alone need.</summary>
internal static class DistributionOperators
{
    internal static readonly Operator Binomial = new("aten::binomial");
    internal static readonly Operator CauchyInPlace = new("aten::cauchy_");
    internal static readonly Operator DiagonalView = new("aten::diagonal");
    internal static readonly Operator DirichletGrad = new("aten::_dirichlet_grad");
    internal static readonly Operator ExponentialInPlace = new("aten::exponential_");
    internal static readonly Operator LogSigmoid = new("aten::log_sigmoid");
    internal static readonly Operator OneHot = new("aten::one_hot");
    internal static readonly Operator Poisson = new("aten::poisson");
    internal static readonly Operator SampleDirichlet = new("aten::_sample_dirichlet");
    internal static readonly Operator ScatterAdd = new("aten::scatter_add");
    internal static readonly Operator StandardGamma = new("aten::_standard_gamma");
    internal static readonly Operator Version = new("aten::_version");
    internal static readonly Operator Xlogy = new("aten::xlogy", "Tensor");
}
