namespace L2L;

/// <summary>Sets of parameters by column: one list of values for each name.</summary>
public static class ParameterColumns
{
    /// <summary>Turns sets into columns; the names are those of the first set.</summary>
    /// <param name="sets">The sets; all must have the first one's names.</param>
    /// <returns>Values by name; empty where there are no sets.</returns>
    /// <exception cref="KeyNotFoundException">A set lacks a name of the first one.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<ParameterValue>> Group(IReadOnlyList<ParameterSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var columns = new SortedDictionary<string, IReadOnlyList<ParameterValue>>(StringComparer.Ordinal);
        if (sets.Count > 0)
        {
            foreach (string name in sets[0].Names)
                columns.Add(name, [.. sets.Select(set => set[name])]);
        }

        return columns;
    }

    /// <summary>The product of groups of columns: the first group varies slowest, the columns of a group advance together.</summary>
    /// <param name="columns">Values by name.</param>
    /// <param name="linked">Which names advance together, each name in one group; each name on its own, in ordinal order, where null.</param>
    /// <returns>Columns of one length, the product of the groups' lengths.</returns>
    /// <exception cref="ArgumentException">A name is unknown, or linked columns differ in length.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<ParameterValue>> Product(
        IReadOnlyDictionary<string, IReadOnlyList<ParameterValue>> columns, IReadOnlyList<IReadOnlyList<string>>? linked = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        linked ??= [.. columns.Keys.Order(StringComparer.Ordinal).Select(static name => (IReadOnlyList<string>)[name])];
        var lengths = new int[linked.Count];
        for (int i = 0; i < lengths.Length; i++)
        {
            int[] found = [.. linked[i].Select(name => columns.TryGetValue(name, out IReadOnlyList<ParameterValue>? column)
                ? column.Count : throw new ArgumentException($"There is no column '{name}'; there are: {string.Join(", ", columns.Keys)}.", nameof(linked))).Distinct()];
            if (found.Length != 1)
                throw new ArgumentException($"The linked columns {string.Join(", ", linked[i])} have different lengths: {string.Join(", ", found)}.", nameof(linked));
            lengths[i] = found[0];
        }

        int total = lengths.Aggregate(1, static (product, length) => checked(product * length));
        var result = new SortedDictionary<string, IReadOnlyList<ParameterValue>>(StringComparer.Ordinal);
        int repeat = total;
        for (int i = 0; i < lengths.Length; i++)
        {
            repeat = lengths[i] == 0 ? 0 : repeat / lengths[i];
            foreach (string name in linked[i])
                result.Add(name, [.. Enumerable.Range(0, total).Select(row => columns[name][row / repeat % lengths[i]])]);
        }

        return result;
    }
}
