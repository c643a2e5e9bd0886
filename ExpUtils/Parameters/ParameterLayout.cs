using System.Collections.Frozen;

namespace ExpUtils;

/// <summary>Names and shape that many configurations share; slots are in the order of the names.</summary>
internal sealed class ParameterLayout
{
    private readonly FrozenDictionary<string, int> _slots;

    public ParameterLayout(string[] names, LayoutNode.Map root)
    {
        Names = names;
        Root = root;
        _slots = names.Select((name, slot) => KeyValuePair.Create(name, slot)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string[] Names { get; }

    public LayoutNode.Map Root { get; }

    public int SlotOf(string name) => _slots.TryGetValue(name, out int slot) ? slot : -1;
}
