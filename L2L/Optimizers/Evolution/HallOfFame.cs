namespace L2L;

/// <summary>The best members ever, best first, each point once.</summary>
internal sealed class HallOfFame(int size)
{
    public List<Genome> Members { get; set; } = [];

    public void Add(Genome genome)
    {
        if (Members.Any(genome.SamePoint))
            return;
        int at = Members.FindIndex(member => Ranking.Lexicographic(genome.Fitness!, member.Fitness!) > 0);
        if (at < 0)
            at = Members.Count;
        if (at >= size)
            return;
        Members.Insert(at, genome.Clone());
        if (Members.Count > size)
            Members.RemoveAt(size);
    }
}
