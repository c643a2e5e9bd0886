using Lagom.Rl;

namespace LagomExperiment.Output;

/// <summary>Turns the runner's progress into that of a bar.</summary>
internal sealed class JobProgress(Action<RunProgress> show) : IProgress<ExperimentProgress>
{
    public void Report(ExperimentProgress value) =>
        show(new RunProgress("jobs", value.Done, value.Total, $"{value.Kept} kept, {value.Finished} finished, {value.Failed} failed"));
}
