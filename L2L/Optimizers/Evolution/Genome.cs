namespace L2L;

/// <summary>A member of a genetic algorithm's population; without a fitness until it is evaluated.</summary>
internal sealed class Genome(double[] point, IReadOnlyList<double>? fitness)
{
    public double[] Point { get; } = point;

    /// <summary>The weighted numbers; null where it has to be evaluated.</summary>
    public IReadOnlyList<double>? Fitness { get; set; } = fitness;

    public Genome Clone() => new([.. Point], Fitness);

    public bool SamePoint(Genome other) => Point.AsSpan().SequenceEqual(other.Point);

    public static void Save(OptimizerState state, string name, IReadOnlyList<Genome> genomes)
    {
        state.Set(name + ".points", [.. genomes.Select(static g => g.Point)]);
        state.Set(name + ".fitness", [.. genomes.Select(static g => g.Fitness!.ToArray())]);
    }

    public static List<Genome> Load(OptimizerState state, string name) =>
        [.. state.GetRows(name + ".points").Zip(state.GetRows(name + ".fitness"), static (point, fitness) => new Genome(point, fitness))];
}
