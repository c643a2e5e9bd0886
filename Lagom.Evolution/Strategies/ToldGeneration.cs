using System.Runtime.InteropServices;

namespace Lagom.Evolution;

/// <summary>
/// A generation with its values, as <see cref="EvolutionStrategy"/> hands it to a strategy: minimised, every value finite; candidates are the points
/// of the search that they stand for.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly ref struct ToldGeneration
{
    internal ToldGeneration(ReadOnlySpan<double> candidates, ReadOnlySpan<double> values, ReadOnlySpan<int> order, bool areAsked, int failed)
    {
        Candidates = candidates;
        Values = values;
        Order = order;
        AreAsked = areAsked;
        Failed = failed;
    }

    /// <summary>The candidates, row after row [<see cref="Count"/>, dimension].</summary>
    public ReadOnlySpan<double> Candidates { get; }

    /// <summary>
    /// Their values, smaller is better whatever the caller's direction. A failed evaluation has the worst value of the others, 0 where all failed.
    /// </summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>The candidates' indices from the best to the worst; equal values in the order told, failed ones last.</summary>
    public ReadOnlySpan<int> Order { get; }

    /// <summary>Whether the candidates are exactly those of the last ask, so that what the strategy remembered of their draws is valid.</summary>
    public bool AreAsked { get; }

    /// <summary>How many evaluations failed.</summary>
    public int Failed { get; }

    /// <summary>How many candidates there are.</summary>
    public int Count => Values.Length;

    /// <summary>A candidate.</summary>
    /// <param name="index">Which one. Range: 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<double> this[int index]
    {
        get
        {
            int dimension = Candidates.Length / Values.Length;
            return Candidates.Slice(index * dimension, dimension);
        }
    }
}
