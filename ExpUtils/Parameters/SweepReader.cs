using System.Text.Json;

namespace ExpUtils;

/// <summary>Finds what an object sweeps over: one value, or a list of values, at each dotted path.</summary>
internal sealed class SweepReader
{
    private readonly List<object> _segments = [];
    private readonly List<Found> _found = [];
    private readonly Action<IReadOnlyList<object>, string> _report;
    private readonly bool _isSweep;

    private SweepReader(bool isSweep, Action<IReadOnlyList<object>, string> report)
    {
        _isSweep = isSweep;
        _report = report;
    }

    /// <summary>
    /// Reads the objects under the keys. In a sweep, a list whose first element is no object is a list of alternatives; otherwise it is one value.
    /// </summary>
    /// <param name="roots">Sweep keys with their objects; the only one with the key "" stands for itself.</param>
    /// <param name="isSweep">Whether lists are alternatives.</param>
    /// <param name="report">Told what is wrong, and where.</param>
    public static (SweptParameter[] Parameters, ParameterLayout Layout) Read(
        IReadOnlyList<KeyValuePair<string, JsonElement>> roots, bool isSweep, Action<IReadOnlyList<object>, string> report)
    {
        var reader = new SweepReader(isSweep, report);
        Draft[] drafts = [.. roots.Select(root => reader.Root(root.Key, root.Value))];
        Found[] sorted = [.. reader._found];
        Array.Sort(sorted, (left, right) => ParameterPath.CompareCodePoints(left.SortKey, right.SortKey));
        for (int slot = 0; slot < sorted.Length; slot++)
        {
            if (slot > 0 && sorted[slot].Path == sorted[slot - 1].Path)
                report(sorted[slot].Segments, $"two parameters have the path '{sorted[slot].Path}'; rename one (dots in names look like nesting).");
            sorted[slot].Slot = slot;
        }

        bool isWrapped = roots.Count > 1;
        string[] names = [.. sorted.Select(found => isWrapped || found.Segments.Length == 1 || roots[0].Key.Length == 0 ? found.Path : found.Path[(roots[0].Key.Length + 1)..])];
        LayoutNode root = isWrapped
            ? new LayoutNode.Map([.. roots.Select((pair, i) => KeyValuePair.Create(pair.Key, drafts[i].Build()))])
            : drafts[0].Build();
        SweptParameter[] parameters = [.. sorted.Select((found, slot) => new SweptParameter(found.Path, names[slot], found.Values, found.Segments))];
        return (parameters, new ParameterLayout([.. names.Distinct(StringComparer.Ordinal)], (LayoutNode.Map)root));
    }

    private Draft Root(string key, JsonElement value)
    {
        if (key.Length > 0)
            _segments.Add(key);
        Draft draft = Members(value);
        _segments.Clear();
        return draft;
    }

    private Draft Members(JsonElement value)
    {
        List<KeyValuePair<string, Draft>> members = [];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            _segments.Add(member.Name);
            members.Add(KeyValuePair.Create(member.Name, Value(member.Value)));
            _segments.RemoveAt(_segments.Count - 1);
        }

        return new Draft(members, null, null);
    }

    private Draft Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                return Members(value);
            case JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object:
                return Elements(value);
            case JsonValueKind.Array when _isSweep && value.GetArrayLength() > 0:
                return Leaf([.. value.EnumerateArray().Select(ParameterValue.From)]);
            default:
                return Leaf([ParameterValue.From(value)]);
        }
    }

    // A list of objects is structure: what is swept lies inside its elements.
    private Draft Elements(JsonElement list)
    {
        List<Draft> items = [];
        int position = 0;
        foreach (JsonElement element in list.EnumerateArray())
        {
            _segments.Add(position++);
            if (element.ValueKind == JsonValueKind.Object)
                items.Add(element.EnumerateObject().Any() ? Members(element) : Leaf([ParameterValue.From(element)]));
            else
                _report([.. _segments], $"'{ParameterPath.Join(_segments)}' is no object, but the list begins with one: a list is either a list of objects or a list of values to sweep.");
            _segments.RemoveAt(_segments.Count - 1);
        }

        return new Draft(null, items, null);
    }

    private Draft Leaf(ParameterValue[] values)
    {
        var found = new Found([.. _segments], values);
        _found.Add(found);
        return new Draft(null, null, found);
    }

    private sealed class Found(object[] segments, ParameterValue[] values)
    {
        public object[] Segments { get; } = segments;

        public ParameterValue[] Values { get; } = values;

        public string Path { get; } = ParameterPath.Join(segments);

        public string SortKey { get; } = ParameterPath.SortKey(segments);

        public int Slot { get; set; }
    }

    private sealed record Draft(List<KeyValuePair<string, Draft>>? Members, List<Draft>? Items, Found? Leaf)
    {
        public LayoutNode Build()
        {
            if (Leaf is not null)
                return new LayoutNode.Slot(Leaf.Slot);
            return Items is not null
                ? new LayoutNode.Sequence([.. Items.Select(item => item.Build())])
                : new LayoutNode.Map([.. Members!.Select(member => KeyValuePair.Create(member.Key, member.Value.Build()))]);
        }
    }
}
