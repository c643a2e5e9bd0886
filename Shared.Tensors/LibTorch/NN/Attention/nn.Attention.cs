using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Attention of several heads.</summary>
        /// <param name="embedded_dim">The size of queries and outputs; the heads share it.</param>
        /// <param name="num_heads">Heads; they divide the size.</param>
        /// <param name="dropout">The probability that a weight is dropped in training.</param>
        /// <param name="bias">Whether the projections have constants.</param>
        /// <param name="add_bias_kv">Whether a learned source is added to the given ones.</param>
        /// <param name="add_zero_attn">Whether a source of zeros is added to the given ones.</param>
        /// <param name="kdim">The size of keys; null for that of queries.</param>
        /// <param name="vdim">The size of values; null for that of queries.</param>
        /// <exception cref="ArgumentException">A size is below 1, the heads do not divide that of queries, or the probability is none.</exception>
        public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool add_bias_kv = false,
            bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
            new(new AttentionShape(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim ?? embedded_dim, vdim ?? embedded_dim).Checked());

        /// <summary>One layer of an encoder.</summary>
        /// <param name="d_model">The size of inputs and outputs.</param>
        /// <param name="nhead">Heads of the attention; they divide the size.</param>
        /// <param name="dim_feedforward">The width between the linear layers.</param>
        /// <param name="dropout">The probability that an element is dropped in training.</param>
        /// <param name="activation">What stands between the linear layers.</param>
        /// <exception cref="ArgumentException">A size is below 1, the heads do not divide that of the inputs, or the probability is none.</exception>
        public static TransformerEncoderLayer TransformerEncoderLayer(
            long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
            new(d_model, nhead, dim_feedforward, dropout, activation);

        /// <summary>Layers of an encoder, one upon another.</summary>
        /// <param name="encoder_layer">What each layer is a copy of; it is not itself a part.</param>
        /// <param name="num_layers">Layers. Range: at least 1.</param>
        /// <exception cref="ArgumentException">The number of layers is below 1.</exception>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);
    }
}
