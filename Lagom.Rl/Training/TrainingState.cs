namespace Lagom.Rl;

/// <summary>What a training loop knows beside its algorithm, as checkpoints keep it.</summary>
internal sealed record TrainingState(
    string Algorithm,
    string Environment,
    long Episodes,
    IReadOnlyList<double> RecentReturns,
    IReadOnlyList<EvaluationPoint> Evaluations,
    IReadOnlyList<CurvePoint> Curve,
    int CurveStride,
    long CurveCount);
