using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>Networks under training, all of them in one pass.</summary>
internal abstract class TrainableNetwork
{
    /// <summary>What the optimizer moves.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Everything that makes up the networks' answers: parameters and buffers.</summary>
    public abstract IReadOnlyList<Tensor> State { get; }

    /// <summary>Computes all networks.</summary>
    /// <param name="x">For each network its own points [members, batch, inputs].</param>
    /// <param name="training">Whether layers that behave differently under training shall.</param>
    /// <returns>[members, batch, outputs].</returns>
    public abstract Tensor Forward(Tensor x, bool training);

    /// <summary>Copies the networks out, as they stand.</summary>
    /// <param name="data">What they were trained on.</param>
    /// <param name="outputs">How outputs were standardised.</param>
    public abstract FittedNetwork Finish(TrainingData data, OutputTransform outputs);
}
