using System.Text.Json;
using System.Text.Json.Nodes;

namespace ExpUtils;

/// <summary>The shape of a configuration: objects and lists with slots for values at the leaves.</summary>
internal abstract class LayoutNode
{
    public abstract void Write(Utf8JsonWriter writer, ReadOnlySpan<ParameterValue> values);

    public abstract JsonNode? ToNode(ReadOnlySpan<ParameterValue> values);

    public sealed class Slot(int index) : LayoutNode
    {
        public override void Write(Utf8JsonWriter writer, ReadOnlySpan<ParameterValue> values) => values[index].WriteTo(writer);

        public override JsonNode? ToNode(ReadOnlySpan<ParameterValue> values) => values[index].ToNode();
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

        public override JsonNode ToNode(ReadOnlySpan<ParameterValue> values)
        {
            var sequence = new JsonArray();
            foreach (LayoutNode item in items)
                sequence.Add(item.ToNode(values));
            return sequence;
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

        public override JsonNode ToNode(ReadOnlySpan<ParameterValue> values)
        {
            var map = new JsonObject();
            foreach ((string name, LayoutNode member) in members)
                map.Add(name, member.ToNode(values));
            return map;
        }
    }
}
