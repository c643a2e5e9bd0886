using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>A module made as Python's of the same name, and how it is called.</summary>
internal sealed record ModuleCase(string Name, Func<nn.Module> Make)
{
    /// <summary>All outputs in order.</summary>
    public static Tensor[] Call(nn.Module module, Tensor[] inputs)
    {
        switch (module)
        {
            case nn.Module<Tensor, Tensor> one:
                return [one.call(inputs[0])];
            case nn.Module<Tensor, Tensor, Tensor> two when inputs.Length == 2:
                return [two.call(inputs[0], inputs[1])];
            case TorchSharp.Modules.MultiheadAttention attention:
                var (attended, weights) = attention.call(inputs[0], inputs[1], inputs[2]);
                return [attended, weights];
            case TorchSharp.Modules.TransformerEncoder encoder:
                return [encoder.call(inputs[0])];
            case nn.Module<Tensor, Tensor, Tensor, Tensor> three:
                return [three.call(inputs[0], inputs[1], inputs[2])];
            case TorchSharp.Modules.GRUCell cell:
                return [cell.call(inputs[0], null!)];
            case TorchSharp.Modules.RNNCell cell:
                return [cell.call(inputs[0], null!)];
            case TorchSharp.Modules.LSTMCell cell:
                var (h, c) = inputs.Length > 1 ? cell.call(inputs[0], (inputs[1], inputs[2])) : cell.call(inputs[0]);
                return [h, c];
            case TorchSharp.Modules.LSTM lstm:
                var (output, h1, c1) = inputs.Length > 1 ? lstm.call(inputs[0], (inputs[1], inputs[2])) : lstm.call(inputs[0]);
                return [output, h1, c1];
            case TorchSharp.Modules.GRU gru:
                var (outputs, state) = gru.call(inputs[0], inputs.Length > 1 ? inputs[1] : null);
                return [outputs, state];
            case TorchSharp.Modules.RNN rnn:
                var (all, last) = rnn.call(inputs[0], inputs.Length > 1 ? inputs[1] : null);
                return [all, last];
            default:
                throw new ArgumentException($"{module.GetType()} has no way of calling.", nameof(module));
        }
    }
}
