using Shared.Tensors.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.Training;

/// <summary>Two convolutions, a pooling between them, and a line.</summary>
internal sealed class SmallCnn : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _first = new(1, 4, 3, padding: 1);
    private readonly Conv2d _second = new(4, 8, 3);
    private readonly MaxPool2d _pool = new(2);
    private readonly Linear _head = nn.Linear(32, 3);

    public SmallCnn()
        : base(nameof(SmallCnn))
    {
        register_module("first", _first);
        register_module("second", _second);
        register_module("head", _head);
    }

    public override Tensor forward(Tensor input)
    {
        Tensor inner = _pool.call(_first.call(input).relu());
        return _head.call(_second.call(inner).relu().flatten(1));
    }
}
