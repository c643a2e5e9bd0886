using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A sample of a transformed distribution and what it was made from, as long as both exist and the sample was not written to.</summary>
internal sealed class LastSample(Tensor input, Tensor output) : IDisposable
{
    private readonly WeakReference<Tensor> _output = new(output);
    private readonly long _version = VersionOf(output);

    /// <summary>The input, where the value is the sample; null otherwise.</summary>
    internal Tensor? InputOf(Tensor value)
    {
        if (!_output.TryGetTarget(out var sample) || !ReferenceEquals(sample, value) || input.IsInvalid)
            return null;
        // Whoever made the sample a leaf that records wants the gradient with respect to it.
        return VersionOf(value) != _version || (value.is_leaf && value.requires_grad) ? null : input.alias();
    }

    public void Dispose() => input.Dispose();

    private static long VersionOf(Tensor tensor) => is_inference_mode_enabled() ? 0 : DistributionOperators.Version.CallInt(tensor);
}
