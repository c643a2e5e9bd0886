using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Long short-term memory networks. Source: Hochreiter and Schmidhuber (1997), Long short-term memory.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="hiddenSize">Elements of the state.</param>
        /// <param name="numLayers">Layers.</param>
        /// <param name="bias">Whether learned constants are added.</param>
        /// <param name="batchFirst">Whether the batch dimension comes before time.</param>
        /// <param name="dropout">The dropout between layers, in training.</param>
        /// <param name="bidirectional">Whether a second network reads backwards.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1,
            bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null,
            ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <summary>One step of LSTM.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="hiddenSize">Elements of the state.</param>
        /// <param name="bias">Whether learned constants are added.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static LSTMCell LSTMCell(long inputSize, long hiddenSize,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, bias, device, dtype);

        /// <summary>Gated recurrent networks. Source: Cho et al. (2014), Learning phrase representations.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="hiddenSize">Elements of the state.</param>
        /// <param name="numLayers">Layers.</param>
        /// <param name="bias">Whether learned constants are added.</param>
        /// <param name="batchFirst">Whether the batch dimension comes before time.</param>
        /// <param name="dropout">The dropout between layers, in training.</param>
        /// <param name="bidirectional">Whether a second network reads backwards.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1,
            bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null,
            ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <summary>One step of GRU.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="hiddenSize">Elements of the state.</param>
        /// <param name="bias">Whether learned constants are added.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static GRUCell GRUCell(long inputSize, long hiddenSize,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, bias, device, dtype);

        /// <summary>Simple recurrent networks.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="hiddenSize">Elements of the state.</param>
        /// <param name="numLayers">Layers.</param>
        /// <param name="nonLinearity">What is applied to the state.</param>
        /// <param name="bias">Whether learned constants are added.</param>
        /// <param name="batchFirst">Whether the batch dimension comes before time.</param>
        /// <param name="dropout">The dropout between layers, in training.</param>
        /// <param name="bidirectional">Whether a second network reads backwards.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh,
            bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null,
            ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <summary>One step of RNN.</summary>
        /// <param name="inputSize">Inputs.</param>
        /// <param name="hiddenSize">Elements of the state.</param>
        /// <param name="nonLinearity">What is applied to the state.</param>
        /// <param name="bias">Whether learned constants are added.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh,
            bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
    }
}
