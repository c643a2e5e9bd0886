namespace TorchSharp;

/// <summary>New tensors.</summary>
internal static class FactoryOperators
{
    internal static readonly Operator Arange = new("aten::arange");
    internal static readonly Operator ArangeByStart = new("aten::arange", "start");
    internal static readonly Operator ArangeByStartStep = new("aten::arange", "start_step");
    internal static readonly Operator BartlettWindow = new("aten::bartlett_window", "periodic");
    internal static readonly Operator BlackmanWindow = new("aten::blackman_window", "periodic");
    internal static readonly Operator EmptyByMemoryFormat = new("aten::empty", "memory_format");
    internal static readonly Operator EmptyLike = new("aten::empty_like");
    internal static readonly Operator EmptyStrided = new("aten::empty_strided");
    internal static readonly Operator EyeByM = new("aten::eye", "m");
    internal static readonly Operator Full = new("aten::full");
    internal static readonly Operator FullLike = new("aten::full_like");
    internal static readonly Operator HammingWindow = new("aten::hamming_window", "periodic_alpha_beta");
    internal static readonly Operator HannWindow = new("aten::hann_window", "periodic");
    internal static readonly Operator KaiserWindow = new("aten::kaiser_window", "beta");
    internal static readonly Operator Linspace = new("aten::linspace");
    internal static readonly Operator Logspace = new("aten::logspace");
    internal static readonly Operator NewEmpty = new("aten::new_empty");
    internal static readonly Operator NewFull = new("aten::new_full");
    internal static readonly Operator NewZeros = new("aten::new_zeros");
    internal static readonly Operator NormalByTensorTensor = new("aten::normal", "Tensor_Tensor");
    internal static readonly Operator Ones = new("aten::ones");
    internal static readonly Operator OnesLike = new("aten::ones_like");
    internal static readonly Operator RandByGenerator = new("aten::rand", "generator");
    internal static readonly Operator RandLike = new("aten::rand_like");
    internal static readonly Operator RandintByLowGenerator = new("aten::randint", "low_generator");
    internal static readonly Operator RandintLikeByLowDtype = new("aten::randint_like", "low_dtype");
    internal static readonly Operator RandnByGenerator = new("aten::randn", "generator");
    internal static readonly Operator RandnLike = new("aten::randn_like");
    internal static readonly Operator RandpermByGenerator = new("aten::randperm", "generator");
    internal static readonly Operator ToByDevice = new("aten::to", "device");
    internal static readonly Operator TrilIndices = new("aten::tril_indices");
    internal static readonly Operator TriuIndices = new("aten::triu_indices");
    internal static readonly Operator Zeros = new("aten::zeros");
    internal static readonly Operator ZerosLike = new("aten::zeros_like");
}
