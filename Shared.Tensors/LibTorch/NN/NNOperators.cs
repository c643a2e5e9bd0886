namespace TorchSharp;

/// <summary>The operators of networks and their losses.</summary>
internal static partial class NNOperators
{
    internal static readonly Operator BinaryCrossEntropy = new("aten::binary_cross_entropy");
    internal static readonly Operator BinaryCrossEntropyWithLogits = new("aten::binary_cross_entropy_with_logits");
    internal static readonly Operator CrossEntropyLoss = new("aten::cross_entropy_loss");
    internal static readonly Operator HuberLoss = new("aten::huber_loss");
    internal static readonly Operator KlDiv = new("aten::kl_div");
    internal static readonly Operator L1Loss = new("aten::l1_loss");
    internal static readonly Operator LayerNorm = new("aten::layer_norm");
    internal static readonly Operator Linear = new("aten::linear");
    internal static readonly Operator MseLoss = new("aten::mse_loss");
    internal static readonly Operator NllLoss = new("aten::nll_loss_nd");
    internal static readonly Operator SmoothL1Loss = new("aten::smooth_l1_loss");
}
