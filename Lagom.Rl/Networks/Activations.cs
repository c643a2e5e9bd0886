using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Computes activations.</summary>
internal static class Activations
{
    public static Tensor Apply(this Activation activation, Tensor x) => activation switch
    {
        Activation.None => x,
        Activation.Tanh => x.tanh(),
        Activation.Relu => x.relu(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "There is no such activation."),
    };
}
