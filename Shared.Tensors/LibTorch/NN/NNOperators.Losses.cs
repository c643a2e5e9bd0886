namespace TorchSharp;

internal static partial class NNOperators
{
    internal static readonly Operator CosineEmbeddingLoss = new("aten::cosine_embedding_loss");
    internal static readonly Operator CtcLoss = new("aten::ctc_loss", "Tensor");
    internal static readonly Operator HingeEmbeddingLoss = new("aten::hinge_embedding_loss");
    internal static readonly Operator MarginRankingLoss = new("aten::margin_ranking_loss");
    internal static readonly Operator MultiLabelMarginLoss = new("aten::multilabel_margin_loss");
    internal static readonly Operator MultiMarginLoss = new("aten::multi_margin_loss");
    internal static readonly Operator PoissonNllLoss = new("aten::poisson_nll_loss");
    internal static readonly Operator SoftMarginLoss = new("aten::soft_margin_loss");
    internal static readonly Operator TripletMarginLoss = new("aten::triplet_margin_loss");
}
