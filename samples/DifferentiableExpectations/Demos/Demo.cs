namespace DifferentiableExpectations.Demos;

/// <summary>One of the demonstrations.</summary>
/// <param name="name">What the command line calls it.</param>
/// <param name="title">What it shows.</param>
/// <param name="steps">Steps of a full run, at which the target holds.</param>
internal abstract class Demo(string name, string title, int steps)
{
    public string Name { get; } = name;

    public string Title { get; } = title;

    public int Steps { get; } = steps;

    /// <summary>What a full run must reach, in words.</summary>
    public abstract string Target { get; }

    /// <summary>Runs it.</summary>
    /// <param name="seed">Where all randomness comes from.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="report">Gets the step and a line about it.</param>
    /// <param name="cancellationToken">Ends the run; the steps done are kept.</param>
    public abstract DemoRun Run(long seed, int steps, Action<int, string> report, CancellationToken cancellationToken);

    /// <summary>Whether a full run reached its target.</summary>
    public abstract bool Reaches(DemoRun run);

    /// <summary>The number by which a run is judged, in words.</summary>
    public abstract string Outcome(DemoRun run);
}
