using Shared.Tensors.Layers;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>The modules of nn.json.</summary>
internal static class ModuleCases
{
    public static readonly ModuleCase[] All =
    [
        new("Linear", () => nn.Linear(3, 4, dtype: float64)),
        new("Linear_without_bias", () => nn.Linear(3, 2, false, dtype: float64)),
        new("Sequential", () => nn.Sequential(nn.Linear(3, 5, dtype: float64), nn.Tanh(), nn.Linear(5, 2, dtype: float64))),
        new("Bilinear", () => new Bilinear(3, 2, 4, dtype: float64)),
        new("Conv1d", () => new Conv1d(4, 6, 3, 2, 1, 1, 2, dtype: float64)),
        new("Conv2d", () => new Conv2d(2, 3, 3, padding: 1, dtype: float64)),
        new("Conv2d_oblong", () => new Conv2d(2, 4, (2, 3), (2, 1), (1, 0), (1, 2), 2, false, dtype: float64)),
        new("ConvTranspose2d", () => new ConvTranspose2d(2, 3, 3, 2, 1, 1, dtype: float64)),
        new("ConvTranspose2d_oblong", () => new ConvTranspose2d(4, 2, (2, 3), (1, 2), (1, 0), (0, 1), 2, true, (2, 1), dtype: float64)),
        new("LayerNorm", () => new LayerNorm(3, dtype: float64)),
        new("LayerNorm_of_two", () => new LayerNorm([4, 3], 0.1, dtype: float64)),
        new("BatchNorm1d", () => new BatchNorm1d(3, dtype: float64)),
        new("BatchNorm1d_of_sequences", () => new BatchNorm1d(3, 0.01, 0.3, dtype: float64)),
        new("BatchNorm1d_without_statistics", () => new BatchNorm1d(3, affine: false, trackRunningStats: false, dtype: float64)),
        new("BatchNorm2d", () => new BatchNorm2d(2, dtype: float64)),
        new("GroupNorm", () => nn.GroupNorm(2, 4, dtype: float64)),
        new("Flatten", () => new Flatten()),
        new("MaxPool1d", () => new MaxPool1d(3, 2, 1)),
        new("MaxPool2d", () => new MaxPool2d(2)),
        new("MaxPool2d_oblong", () => new MaxPool2d((2, 3), (1, 2), (1, 1), (1, 1), true)),
        new("AvgPool1d", () => new AvgPool1d(3, 2, 1)),
        new("AvgPool2d", () => new AvgPool2d(2)),
        new("AvgPool2d_oblong", () => new AvgPool2d((2, 3), (1, 2), (1, 1), true)),
        new("AdaptiveAvgPool1d", () => new AdaptiveAvgPool1d(3)),
        new("AdaptiveAvgPool2d", () => new AdaptiveAvgPool2d(2, 3)),
        new("AdaptiveMaxPool2d", () => new AdaptiveMaxPool2d(2, 3)),
        new("LSTM", () => nn.LSTM(3, 4, dtype: float64)),
        new("LSTM_deep", () => nn.LSTM(3, 4, 2, batchFirst: true, bidirectional: true, dtype: float64)),
        new("LSTM_without_bias", () => nn.LSTM(3, 2, 2, bias: false, dtype: float64)),
        new("GRU", () => nn.GRU(3, 4, 2, dtype: float64)),
        new("GRU_bidirectional", () => nn.GRU(3, 4, 1, batchFirst: true, bidirectional: true, dtype: float64)),
        new("RNN", () => nn.RNN(3, 4, dtype: float64)),
        new("RNN_relu", () => nn.RNN(3, 4, 2, nn.NonLinearities.ReLU, dtype: float64)),
        new("LSTMCell", () => nn.LSTMCell(3, 4, dtype: float64)),
        new("LSTMCell_from_zeros", () => nn.LSTMCell(3, 4, false, dtype: float64)),
        new("GRUCell", () => nn.GRUCell(3, 4, dtype: float64)),
        new("RNNCell", () => nn.RNNCell(3, 4, dtype: float64)),
        new("RNNCell_relu", () => nn.RNNCell(3, 4, nn.NonLinearities.ReLU, dtype: float64)),
        new("MultiheadAttention", () => nn.MultiheadAttention(4, 2).to(float64)),
        new("MultiheadAttention_of_other_sizes", () => nn.MultiheadAttention(4, 2, 0, false, true, true, 3, 5).to(float64)),
        new("TransformerEncoderLayer", () => nn.TransformerEncoderLayer(4, 2, 6, 0).to(float64)),
        new("TransformerEncoderLayer_gelu", () => nn.TransformerEncoderLayer(4, 2, 6, 0, nn.Activations.GELU).to(float64)),
        new("TransformerEncoder", Encoder),
        new("CELU", () => nn.CELU(0.7)),
        new("ELU", () => nn.ELU(0.7)),
        new("GELU", () => nn.GELU()),
        new("GLU", () => nn.GLU()),
        new("Hardshrink", () => nn.Hardshrink(0.3)),
        new("Hardsigmoid", () => nn.Hardsigmoid()),
        new("Hardswish", () => nn.Hardswish()),
        new("Hardtanh", () => nn.Hardtanh(-0.3, 0.4)),
        new("Identity", () => nn.Identity()),
        new("LeakyReLU", () => nn.LeakyReLU(0.2)),
        new("LogSoftmax", () => nn.LogSoftmax(1)),
        new("Mish", () => nn.Mish()),
        new("ReLU", () => nn.ReLU()),
        new("ReLU6", () => nn.ReLU6()),
        new("SELU", () => nn.SELU()),
        new("SiLU", () => nn.SiLU()),
        new("Sigmoid", () => nn.Sigmoid()),
        new("Softmax", () => nn.Softmax(1)),
        new("Softmax2d", () => nn.Softmax2d()),
        new("Softmin", () => nn.Softmin(1)),
        new("Softplus", () => nn.Softplus(2, 1)),
        new("Softshrink", () => nn.Softshrink(0.3)),
        new("Softsign", () => nn.Softsign()),
        new("Tanh", () => nn.Tanh()),
        new("Tanhshrink", () => nn.Tanhshrink()),
        new("Threshold", () => nn.Threshold(0.1, 7)),
        new("CosineSimilarity", () => nn.CosineSimilarity()),
        new("Unfold", () => nn.Unfold(2)),
        new("Fold", () => nn.Fold(3, 2)),
        new("MSELoss", () => nn.MSELoss()),
        new("L1Loss", () => nn.L1Loss(nn.Reduction.Sum)),
        new("SmoothL1Loss", () => nn.SmoothL1Loss(beta: 0.6)),
        new("HuberLoss", () => nn.HuberLoss(0.6)),
        new("KLDivLoss", () => nn.KLDivLoss(reduction: nn.Reduction.Sum)),
        new("BCEWithLogitsLoss", () => nn.BCEWithLogitsLoss(tensor(new[] { 0.5, 2, 1 }))),
        new("PoissonNLLLoss", () => nn.PoissonNLLLoss()),
        new("TripletMarginLoss", () => nn.TripletMarginLoss(swap: true)),
    ];

    // The layer that the others are copies of is no part of it.
    private static TorchSharp.Modules.TransformerEncoder Encoder()
    {
        using TorchSharp.Modules.TransformerEncoderLayer layer = nn.TransformerEncoderLayer(4, 2, 6, 0);
        return nn.TransformerEncoder(layer, 2).to(float64);
    }
}
