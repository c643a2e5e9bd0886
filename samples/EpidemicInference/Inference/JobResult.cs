using EpidemicInference.Model;

namespace EpidemicInference.Inference;

/// <summary>All that a run found. What an early stop left out is null.</summary>
internal sealed record JobResult
{
    public required JobSettings Settings { get; init; }

    public required OverdispersionCheck Overdispersion { get; init; }

    public RunResult? Exact { get; init; }

    public RunResult? Emulated { get; init; }

    public Comparison? Comparison { get; init; }

    public EmulatorAudit? Audit { get; init; }

    public bool StoppedEarly { get; init; }
}
