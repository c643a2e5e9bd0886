using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.Training;

/// <summary>A recurrent layer and a line on its last output.</summary>
internal sealed class LstmRegressor : nn.Module<Tensor, Tensor>
{
    private readonly LSTM _lstm = nn.LSTM(3, 16, batchFirst: true);
    private readonly Linear _head = nn.Linear(16, 1);

    public LstmRegressor()
        : base(nameof(LstmRegressor))
    {
        register_module("lstm", _lstm);
        register_module("head", _head);
    }

    public override Tensor forward(Tensor input) => _head.call(_lstm.call(input).Item1[TensorIndex.Colon, -1]);
}
