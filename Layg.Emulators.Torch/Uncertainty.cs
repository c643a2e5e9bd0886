namespace Layg.Emulators.Torch;

/// <summary>What the predicted error of a network is made of, beside the distance of the query from the known points.</summary>
public enum Uncertainty
{
    /// <summary>Nothing: the error is a power law of the distance.</summary>
    Distance,

    /// <summary>How far the members of an ensemble of networks disagree. Works with every network.</summary>
    /// <remarks>Source: Lakshminarayanan, Pritzel and Blundell 2017 (arXiv:1612.01474).</remarks>
    Ensemble,

    /// <summary>
    /// The posterior spread of the last layer's weights, given the layers before it (last-layer Laplace approximation, which is exact for a
    /// linear layer). Costs one network. Only for the built-in one.
    /// </summary>
    /// <remarks>Source: Daxberger et al. 2021 (arXiv:2106.14806).</remarks>
    LastLayer,
}
