using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace L2L;

/// <summary>Makes parameter spaces of records whose constructor parameters carry a <see cref="ParameterAttribute"/> each.</summary>
public static class ParameterRecord
{
    /// <summary>The space of a record.</summary>
    /// <typeparam name="T">A record with one public constructor.</typeparam>
    /// <exception cref="ArgumentException">The record has no single public constructor, or a parameter of it no attribute or a wrong one.</exception>
    public static ParameterSpace<T> Space<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicProperties)] T>()
        where T : notnull
    {
        ConstructorInfo[] constructors = typeof(T).GetConstructors();
        if (constructors.Length != 1 || constructors[0].GetParameters().Length == 0)
            throw new ArgumentException($"{typeof(T).Name} must have one public constructor with parameters, as a positional record has.", nameof(T));
        ParameterInfo[] arguments = constructors[0].GetParameters();
        var parameters = new Parameter[arguments.Length];
        var properties = new PropertyInfo[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            properties[i] = typeof(T).GetProperty(arguments[i].Name!) ?? throw new ArgumentException($"{typeof(T).Name} has no property '{arguments[i].Name}'.", nameof(T));
            ParameterAttribute attribute = arguments[i].GetCustomAttribute<ParameterAttribute>() ?? properties[i].GetCustomAttribute<ParameterAttribute>() ?? Default(typeof(T), arguments[i]);
            Parameter parameter = attribute.Describe(attribute.Name ?? arguments[i].Name!, arguments[i].ParameterType);
            WhenAttribute? when = arguments[i].GetCustomAttribute<WhenAttribute>() ?? properties[i].GetCustomAttribute<WhenAttribute>();
            parameters[i] = when is null ? parameter : parameter with { Condition = new ParameterCondition(when.Parameter, when.Values) };
        }

        ConstructorInvoker constructor = ConstructorInvoker.Create(constructors[0]);
        return new ParameterSpace<T>(parameters, Create, Read);

        T Create(ParameterSet set)
        {
            var values = new object?[arguments.Length];
            for (int i = 0; i < values.Length; i++)
                values[i] = set.TryGetValue(parameters[i].Name, out ParameterValue value) ? FromValue(value, arguments[i].ParameterType) : Absent(arguments[i]);
            return (T)constructor.Invoke(values.AsSpan());
        }

        ParameterSet Read(T record)
        {
            IEnumerable<KeyValuePair<string, ParameterValue>> all = parameters.Select((p, i) => KeyValuePair.Create(p.Name, ToValue(properties[i].GetValue(record), p)));
            var set = new ParameterSet(all);
            for (bool changed = true; changed;)
            {
                var active = new ParameterSet(set.Where(pair => Array.Find(parameters, p => p.Name == pair.Key)!.Condition is not { } c
                    || (set.TryGetValue(c.Parameter, out ParameterValue value) && c.Holds(value))));
                changed = active.Count < set.Count;
                set = active;
            }

            return set;
        }
    }

    private static ParameterAttribute Default(Type record, ParameterInfo argument)
    {
        Type type = Nullable.GetUnderlyingType(argument.ParameterType) ?? argument.ParameterType;
        return type.IsEnum || type == typeof(bool)
            ? new ChoiceAttribute()
            : throw new ArgumentException($"The parameter '{argument.Name}' of {record.Name} needs one of the attributes [Real], [Integer], [Choice] or [Vector].", nameof(record));
    }

    private static object FromValue(ParameterValue value, Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(double))
            return value.AsReal();
        if (type == typeof(double[]))
            return value.AsVector().ToArray();
        if (type == typeof(int))
            return checked((int)value.AsInteger());
        if (type == typeof(long))
            return value.AsInteger();
        if (type == typeof(bool))
            return value.AsText() == "true";
        return type.IsEnum ? Enum.Parse(type, value.AsText()) : value.AsText();
    }

    private static ParameterValue ToValue(object? value, Parameter parameter) => value switch
    {
        null => ParameterValue.Text("absent"),
        double real => real,
        double[] vector => vector,
        bool flag => flag ? "true" : "false",
        Enum choice => choice.ToString(),
        string text => text,
        _ => parameter is IntegerParameter ? ParameterValue.Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture)) : Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private static object? Absent(ParameterInfo argument)
    {
        if (argument.HasDefaultValue)
            return argument.DefaultValue;
        Type type = argument.ParameterType;
        if (type == typeof(double))
            return double.NaN;
        if (type == typeof(int))
            return 0;
        if (type == typeof(long))
            return 0L;
        if (type == typeof(bool))
            return false;
        return type.IsEnum ? Enum.ToObject(type, 0) : null;
    }
}
