namespace DifferentiableExpectations.Demos;

/// <summary>The runs of one demonstration.</summary>
/// <param name="Demo">Which one.</param>
/// <param name="Runs">Its runs, one for each seed.</param>
/// <param name="IsFull">Whether each run did all steps, so that the target applies.</param>
internal sealed record DemoResult(Demo Demo, IReadOnlyList<DemoRun> Runs, bool IsFull)
{
    /// <summary>How many runs reached the target.</summary>
    public int Reached => IsFull ? Runs.Count(Demo.Reaches) : 0;
}
