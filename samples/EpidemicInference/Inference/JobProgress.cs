namespace EpidemicInference.Inference;

/// <summary>How far a run is.</summary>
/// <param name="Run">"exact" or "emulated".</param>
/// <param name="Step">Steps made.</param>
/// <param name="Steps">Steps wanted.</param>
/// <param name="TrueCalls">How many times the differential equation was solved in this run.</param>
internal readonly record struct JobProgress(string Run, int Step, int Steps, long TrueCalls);
