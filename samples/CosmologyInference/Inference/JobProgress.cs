namespace CosmologyInference.Inference;

/// <summary>How far a run is.</summary>
internal readonly record struct JobProgress(string Run, int Step, int Steps, long TrueCalls);
