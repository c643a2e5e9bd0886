using System.Globalization;
using System.Text;

namespace Lagom.Rl;

/// <summary>Writes items as YAML in block style, their order kept.</summary>
internal static class YamlText
{
    public static string Of(IEnumerable<KeyValuePair<string, ConfigValue>> items)
    {
        var text = new StringBuilder();
        foreach ((string name, ConfigValue value) in items)
        {
            text.Append(Scalar(name)).Append(':');
            Append(text, value, "");
        }

        return text.ToString();
    }

    // As PyYAML does, lists stand below their key without indentation, and lists in lists on the dash's line.
    private static void Append(StringBuilder text, ConfigValue value, string indent)
    {
        if (value.Kind != ConfigValueKind.List)
        {
            text.Append(' ').Append(Of(value)).Append('\n');
            return;
        }

        IReadOnlyList<ConfigValue> list = value.ToList();
        if (list.Count == 0)
        {
            text.Append(" []\n");
            return;
        }

        text.Append('\n');
        foreach (ConfigValue item in list)
            text.Append(indent).Append("- ").Append(item.Kind == ConfigValueKind.List ? item.ToString() : Of(item)).Append('\n');
    }

    private static string Of(ConfigValue value) => value.Kind switch
    {
        ConfigValueKind.Null => "null",
        ConfigValueKind.Flag => value.ToFlag() ? "true" : "false",
        ConfigValueKind.Number => Number(value.ToNumber()),
        ConfigValueKind.Text => Scalar(value.ToText()),
        _ => value.ToInteger().ToString(CultureInfo.InvariantCulture),
    };

    // A number with an exponent needs a point before it to be one in YAML 1.1.
    private static string Number(double number)
    {
        string text = PythonText.Of(number);
        int exponent = text.IndexOf('e', StringComparison.Ordinal);
        return exponent < 0 || text.Contains('.', StringComparison.Ordinal) ? text : text.Insert(exponent, ".0");
    }

    private static string Scalar(string text)
    {
        bool isPlain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ' ')
            && !text.EndsWith(' ') && text.ToUpperInvariant() is not ("NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N");
        return isPlain ? text : ((ConfigValue)text).ToString();
    }
}
