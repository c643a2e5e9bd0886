using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>A count that is saved and loaded with a module.</summary>
internal sealed class StepCount : nn.Module
{
    public StepCount()
        : base(nameof(StepCount)) => this.register_buffer("total_timestep", Steps);

    public Tensor Steps { get; } = zeros(1, ScalarType.Int64);
}
