namespace ExpUtils;

/// <summary>Finds the configuration of an experiment that flat cells stand for, as PyExpUtils writes them to tables.</summary>
/// <remarks>
/// The cells have lost what JSON knew: true became 1, null an empty cell or None, and lists were spread out over columns that the first configuration has.
/// </remarks>
internal sealed class SweepMatcher
{
    private readonly List<(string Name, ParameterValue Value)[][]> _parameters = [];
    private readonly ParameterSweep _sweep;
    private readonly Dictionary<string, ParameterSet?> _known = new(StringComparer.Ordinal);

    public SweepMatcher(ParameterSweep sweep)
    {
        _sweep = sweep;
        foreach (SweptParameter parameter in sweep.Parameters)
            _parameters.Add([.. parameter.Values.Select(value => ParameterSet.Spread(parameter.Name, value))]);
        Header = [.. sweep[0].Flat().Select(cell => cell.Name)];
    }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Null where the experiment has no such configuration.</summary>
    /// <param name="cells">One per column of the header.</param>
    public ParameterSet? Find(IReadOnlyList<ParameterValue> cells)
    {
        string key = string.Join('\u001f', cells.Select(cell => cell.Text));
        if (!_known.TryGetValue(key, out ParameterSet? found))
            _known.Add(key, found = Match(cells));
        return found;
    }

    private static bool IsSame(ParameterValue value, ParameterValue cell) => value.Kind switch
    {
        ParameterKind.Boolean => cell.Equals(value) || (cell.IsNumber && cell.AsDouble() == (value.AsBoolean() ? 1 : 0)),
        ParameterKind.Null => cell.Kind == ParameterKind.Null || cell.Text.Length == 0,
        ParameterKind.Text => cell.Text == value.Text,
        _ => value.Equals(cell) || (cell.Kind == ParameterKind.Text && cell.Text == value.Text),
    };

    private static int Choice(
        (string Name, ParameterValue Value)[][] choices, Dictionary<string, ParameterValue> cells, Func<ParameterValue, ParameterValue, bool> isSame) =>
        Array.FindIndex(choices, spread => spread.All(cell => !cells.TryGetValue(cell.Name, out ParameterValue? there) || isSame(cell.Value, there)));

    private ParameterSet? Match(IReadOnlyList<ParameterValue> cells)
    {
        Dictionary<string, ParameterValue> byName = Header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var choices = new int[_parameters.Count];
        for (int i = 0; i < choices.Length; i++)
        {
            choices[i] = Choice(_parameters[i], byName, static (value, cell) => value.Text == cell.Text);
            if (choices[i] < 0)
                choices[i] = Choice(_parameters[i], byName, IsSame);
            if (choices[i] < 0)
                return null;
        }

        return _sweep.With(choices);
    }
}
