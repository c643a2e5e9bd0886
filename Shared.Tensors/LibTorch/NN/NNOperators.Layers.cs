namespace TorchSharp;

internal static partial class NNOperators
{
    internal static readonly Operator AdaptiveAvgPool1d = new("aten::adaptive_avg_pool1d");
    internal static readonly Operator AdaptiveAvgPool2d = new("aten::adaptive_avg_pool2d");
    internal static readonly Operator AdaptiveAvgPool3d = new("aten::adaptive_avg_pool3d");
    internal static readonly Operator AdaptiveMaxPool2d = new("aten::adaptive_max_pool2d");
    internal static readonly Operator AlphaDropout = new("aten::alpha_dropout");
    internal static readonly Operator AlphaDropoutInPlace = new("aten::alpha_dropout_");
    internal static readonly Operator AvgPool1d = new("aten::avg_pool1d");
    internal static readonly Operator AvgPool2d = new("aten::avg_pool2d");
    internal static readonly Operator BatchNorm = new("aten::batch_norm");
    internal static readonly Operator Bilinear = new("aten::bilinear");
    internal static readonly Operator ColToImage = new("aten::col2im");
    internal static readonly Operator Conv1d = new("aten::conv1d");
    internal static readonly Operator Conv2d = new("aten::conv2d");
    internal static readonly Operator Conv3d = new("aten::conv3d");
    internal static readonly Operator ConvTranspose2d = new("aten::conv_transpose2d", "input");
    internal static readonly Operator CosineSimilarity = new("aten::cosine_similarity");
    internal static readonly Operator Dropout = new("aten::dropout");
    internal static readonly Operator DropoutInPlace = new("aten::dropout_");
    internal static readonly Operator Embedding = new("aten::embedding");
    internal static readonly Operator EmbeddingBag = new("aten::embedding_bag", "padding_idx");
    internal static readonly Operator EmbeddingRenormInPlace = new("aten::embedding_renorm_");
    internal static readonly Operator FeatureAlphaDropout = new("aten::feature_alpha_dropout");
    internal static readonly Operator FeatureAlphaDropoutInPlace = new("aten::feature_alpha_dropout_");
    internal static readonly Operator FeatureDropout = new("aten::feature_dropout");
    internal static readonly Operator FeatureDropoutInPlace = new("aten::feature_dropout_");
    internal static readonly Operator GroupNorm = new("aten::group_norm");
    internal static readonly Operator ImageToCol = new("aten::im2col");
    internal static readonly Operator InstanceNorm = new("aten::instance_norm");
    internal static readonly Operator MaxPool1d = new("aten::max_pool1d");
    internal static readonly Operator MaxPool2d = new("aten::max_pool2d");
    internal static readonly Operator OneHot = new("aten::one_hot");
    internal static readonly Operator Pad = new("aten::pad");
}
