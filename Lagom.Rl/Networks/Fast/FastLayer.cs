using TorchSharp.Modules;

namespace Lagom.Rl;

/// <summary>A step of a <see cref="FastForward"/>: dense layers side by side on the same inputs, their outputs one after the other.</summary>
/// <param name="Activation">What the outputs go through.</param>
/// <param name="Parts">The layers, at least one, with as many inputs each.</param>
public readonly record struct FastLayer(Activation Activation, params Linear[] Parts);
