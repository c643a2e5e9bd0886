namespace TorchSharp;

internal static partial class NNOperators
{
    internal static readonly Operator Gru = new("aten::gru", "input");
    internal static readonly Operator GruOfPacked = new("aten::gru", "data");
    internal static readonly Operator GruCell = new("aten::gru_cell");
    internal static readonly Operator Lstm = new("aten::lstm", "input");
    internal static readonly Operator LstmOfPacked = new("aten::lstm", "data");
    internal static readonly Operator LstmCell = new("aten::lstm_cell");
    internal static readonly Operator PackPaddedSequence = new("aten::_pack_padded_sequence");
    internal static readonly Operator PadPackedSequence = new("aten::_pad_packed_sequence");
    internal static readonly Operator PadSequence = new("aten::pad_sequence");
    internal static readonly Operator RnnRelu = new("aten::rnn_relu", "input");
    internal static readonly Operator RnnReluOfPacked = new("aten::rnn_relu", "data");
    internal static readonly Operator RnnReluCell = new("aten::rnn_relu_cell");
    internal static readonly Operator RnnTanh = new("aten::rnn_tanh", "input");
    internal static readonly Operator RnnTanhOfPacked = new("aten::rnn_tanh", "data");
    internal static readonly Operator RnnTanhCell = new("aten::rnn_tanh_cell");
}
