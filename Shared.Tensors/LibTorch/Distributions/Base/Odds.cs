using static TorchSharp.DistributionTools;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Probabilities of two outcomes, given as such or as logits; the other form is computed when asked for.</summary>
internal sealed class Odds(Tensor? probs, Tensor? logits)
{
    private Tensor? _probs;
    private Tensor? _logits;

    /// <summary>The form that was given.</summary>
    internal Tensor Given => (probs ?? logits)!;

    internal Tensor Probs => probs ?? Derived(ref _probs, logits!, given => given.sigmoid());

    /// <summary>The logits; probabilities are clamped by the machine epsilon for them.</summary>
    internal Tensor Logits => logits ?? Derived(ref _logits, probs!, static given =>
    {
        var epsilon = Epsilon(given.dtype);
        var inside = given.clamp(epsilon, 1 - epsilon);
        return inside.log() - inside.neg().log1p();
    });

    internal Odds Widen(long[] shape) =>
        new(probs is null ? null : DistributionTools.Widen(probs, shape), logits is null ? null : DistributionTools.Widen(logits, shape));

    internal Odds Hold(long[] shape) =>
        new(probs is null ? null : DistributionTools.Hold(probs, shape), logits is null ? null : DistributionTools.Hold(logits, shape));

    private static Tensor Derived(ref Tensor? derived, Tensor source, Func<Tensor, Tensor> formula)
    {
        if (derived is null || derived.IsInvalid)
            derived = Derive(source, () => formula(source));
        return derived;
    }
}
