using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace L2L;

/// <summary>How an experiment is run.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The seed of the individuals' random numbers: individual i of generation g has its own ones, whatever runs at the same time.</summary>
    public long Seed { get; init; }

    /// <summary>What runs the simulations; this process, on all processors, where null.</summary>
    public IEvaluator? Evaluator { get; init; }

    /// <summary>What records the run.</summary>
    public IReadOnlyList<ITrajectoryRecorder> Recorders { get; init; } = [];

    /// <summary>What becomes of failed evaluations.</summary>
    public IFailurePolicy FailurePolicy { get; init; } = new ThrowOnFailure();

    /// <summary>What stops poor simulations early; nothing where null.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>What ends the run besides the optimizer.</summary>
    public IReadOnlyList<ITerminationRule> Termination { get; init; } = [];

    /// <summary>
    /// Whether the next individual starts whenever one is done, instead of waiting for the generation. The optimizer must be an
    /// <see cref="ISteadyStateOptimizer"/>. The course then depends on which simulation is faster.
    /// </summary>
    public bool SteadyState { get; init; }

    /// <summary>The trajectory to write to; a new one where null.</summary>
    public Trajectory? Trajectory { get; init; }

    /// <summary>Whether the trajectory keeps the generations in memory.</summary>
    public bool KeepGenerations { get; init; } = true;

    /// <summary>From where a run that was ended goes on; null for a new one.</summary>
    public ExperimentState? ResumeFrom { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The log.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
