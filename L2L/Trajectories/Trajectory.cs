namespace L2L;

/// <summary>
/// All that a run was given and all that came of it: parameters that are not explored, derived ones, the generations with their individuals
/// and fitness, and results.
/// </summary>
public sealed class Trajectory
{
    private readonly List<Generation> _generations = [];

    /// <summary>Starts a trajectory.</summary>
    /// <param name="name">Its name.</param>
    public Trajectory(string name = "trajectory")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Parameters that are not explored: the optimizer's settings, the optimizee's, the seed.</summary>
    public TrajectoryGroup Parameters { get; } = new();

    /// <summary>Parameters that follow from others.</summary>
    public TrajectoryGroup DerivedParameters { get; } = new();

    /// <summary>Results; the optimizer's final ones are in it when the run has ended.</summary>
    public TrajectoryGroup Results { get; } = new();

    /// <summary>The generations so far, in order.</summary>
    public IReadOnlyList<Generation> Generations => _generations;

    /// <summary>All evaluations so far, generation by generation.</summary>
    public IEnumerable<Evaluation> Evaluations => _generations.SelectMany(static g => g.Evaluations);

    /// <summary>Adds the next generation.</summary>
    /// <param name="generation">The generation; its number must follow the last one's.</param>
    /// <exception cref="ArgumentException">The number does not follow.</exception>
    public void Add(Generation generation)
    {
        ArgumentNullException.ThrowIfNull(generation);
        if (_generations.Count > 0 && generation.Number != _generations[^1].Number + 1)
            throw new ArgumentException($"Generation {generation.Number} cannot follow generation {_generations[^1].Number}.", nameof(generation));
        _generations.Add(generation);
    }
}
