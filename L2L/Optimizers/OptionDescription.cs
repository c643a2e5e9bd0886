using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace L2L;

/// <summary>The options of an optimizer as named values.</summary>
internal static class OptionDescription
{
    public static ParameterSet Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T options)
    {
        var values = new List<KeyValuePair<string, ParameterValue>>();
        foreach (PropertyInfo property in typeof(T).GetProperties())
        {
            if (property.GetIndexParameters().Length == 0 && property.GetValue(options) is { } value)
                values.Add(KeyValuePair.Create(property.Name, Value(value)));
        }

        return new ParameterSet(values);
    }

    private static ParameterValue Value(object value) => value switch
    {
        double real => real,
        int whole => (long)whole,
        long whole => whole,
        bool flag => flag ? "true" : "false",
        double[] vector => vector,
        IEnumerable<double> numbers => numbers.ToArray(),
        string text => text,
        System.Collections.IEnumerable items => string.Join("; ", items.Cast<object>()),
        _ => value.ToString() ?? "",
    };
}
