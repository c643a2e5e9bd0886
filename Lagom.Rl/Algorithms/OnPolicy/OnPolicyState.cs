namespace Lagom.Rl;

/// <summary>The small numbers of a checkpoint of an on-policy algorithm.</summary>
internal sealed record OnPolicyState(
    string Algorithm,
    string Environment,
    string? Episodes,
    long StepsDone,
    long Saves,
    long OptimizerSteps,
    RandomStreamState Exploration,
    RandomStreamState Learning,
    RunningMeanVarState? Observations,
    RunningMeanVarState? Rewards);
