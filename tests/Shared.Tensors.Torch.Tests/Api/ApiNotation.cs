using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Shared.Tensors.Torch.Tests.Api;

/// <summary>Members in the notation of torchsharp-api.txt.</summary>
internal static class ApiNotation
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(void)] = "void",
    };

    public static string TypeLine(Type type) => $"T {Name(type)} : {(type.BaseType is { } above ? Name(above) : "")}".TrimEnd();

    /// <summary>The line of a member; null for what is not public or belongs to a property.</summary>
    public static string? Line(Type owner, MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when IsPublic(constructor) => $"C {Name(owner)} :: ({Parameters(constructor.GetParameters())})",
        MethodInfo method when IsPublic(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"M {Name(owner)} :: {Modifier(method)}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method.GetParameters())})",
        PropertyInfo property when property.GetAccessors().Length > 0 =>
            $"P {Name(owner)} :: {(property.GetAccessors()[0].IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name}"
            + (property.GetIndexParameters() is { Length: > 0 } indices ? $"[{Parameters(indices)}]" : "")
            + $" {{ {(property.GetGetMethod() is null ? "" : "get; ")}{(property.GetSetMethod() is null ? "" : "set; ")}}}",
        FieldInfo { IsPublic: true } field => $"F {Name(owner)} :: {(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    public static string Name(Type type)
    {
        if (type.IsByRef)
            return "ref " + Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;
        string name = PlainName(type);
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    // Without type arguments; those of an enclosing type are written once, at the end.
    private static string PlainName(Type type)
    {
        string name = type.Name.Split('`')[0];
        if (type.IsNested)
            return $"{PlainName(type.DeclaringType!)}.{name}";
        return type.Namespace?.StartsWith("TorchSharp", StringComparison.Ordinal) == true ? $"{type.Namespace}.{name}" : name;
    }

    private static bool IsPublic(MethodBase method) => method.IsPublic;

    // Abstract methods and those of interfaces are virtual in the list.
    private static string Modifier(MethodInfo method) => method.IsStatic ? "static " : method.IsVirtual ? "virtual " : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        string text = $"{prefix}{Name(parameter.ParameterType)} {parameter.Name}";
        if (!parameter.HasDefaultValue)
            return text;
        object? value = parameter.DefaultValue;
        if (value is Enum number)
            value = System.Convert.ToInt64(number, CultureInfo.InvariantCulture);
        return $"{text} = {(value is null ? "null" : System.Convert.ToString(value, CultureInfo.InvariantCulture))}";
    }
}
