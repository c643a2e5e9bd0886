using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

/// <summary>One call: Python's expression, whether gradients flow through it, and ours.</summary>
internal sealed record ValueCase(string Python, bool Differentiable, Func<ValueInputs, torch.Tensor> Call)
{
    public override string ToString() => Python;
}
