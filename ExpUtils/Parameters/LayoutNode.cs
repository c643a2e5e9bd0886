using System.Text.Json;

namespace ExpUtils;

/// <summary>The shape of a configuration: objects and lists with slots for values at the leaves.</summary>
internal abstract class LayoutNode
{
    public abstract void Write(Utf8JsonWriter writer, ReadOnlySpan<ParameterValue> values);

    public sealed class Slot(int index) : LayoutNode
    {
        public override void Write(Utf8JsonWriter writer, ReadOnlySpan<ParameterValue> values) => values[index].WriteTo(writer);
    }

    public sealed class Sequence(LayoutNode[] items) : LayoutNode
    {
        public override void Write(Utf8JsonWriter writer, ReadOnlySpan<ParameterValue> values)
        {
            writer.WriteStartArray();
            foreach (LayoutNode item in items)
                item.Write(writer, values);
            writer.WriteEndArray();
        }
    }

    public sealed class Map(KeyValuePair<string, LayoutNode>[] members) : LayoutNode
    {
        public override void Write(Utf8JsonWriter writer, ReadOnlySpan<ParameterValue> values)
        {
            writer.WriteStartObject();
            foreach ((string name, LayoutNode member) in members)
            {
                writer.WritePropertyName(name);
                member.Write(writer, values);
            }

            writer.WriteEndObject();
        }
    }
}
