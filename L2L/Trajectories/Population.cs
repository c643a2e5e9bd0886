using System.Collections;

namespace L2L;

/// <summary>All individuals that are evaluated in the same generation, in the order of their indices.</summary>
public sealed class Population : IReadOnlyList<Individual>
{
    private readonly Individual[] _individuals;

    /// <summary>Makes a population.</summary>
    /// <param name="generation">The generation, from 0.</param>
    /// <param name="individuals">The individuals, numbered from 0; at least one.</param>
    /// <exception cref="ArgumentException">There are none, or one has another generation or index than its place says.</exception>
    public Population(int generation, IEnumerable<Individual> individuals)
    {
        ArgumentNullException.ThrowIfNull(individuals);
        _individuals = [.. individuals];
        if (_individuals.Length == 0)
            throw new ArgumentException($"The population of generation {generation} is empty; an optimizer that has nothing to evaluate must stop.", nameof(individuals));
        for (int i = 0; i < _individuals.Length; i++)
        {
            if (_individuals[i].Generation != generation || _individuals[i].Index != i)
                throw new ArgumentException($"Individual {_individuals[i].Generation}/{_individuals[i].Index} stands at place {i} of generation {generation}.", nameof(individuals));
        }

        Generation = generation;
    }

    /// <summary>The generation, from 0.</summary>
    public int Generation { get; }

    /// <summary>How many individuals.</summary>
    public int Count => _individuals.Length;

    /// <summary>One individual.</summary>
    /// <param name="index">Its index.</param>
    public Individual this[int index] => _individuals[index];

    /// <inheritdoc/>
    public IEnumerator<Individual> GetEnumerator() => ((IEnumerable<Individual>)_individuals).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
