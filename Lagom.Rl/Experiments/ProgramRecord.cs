using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Lagom.Rl;

/// <summary>What ran an experiment: written beside it, so that it can be repeated.</summary>
internal static class ProgramRecord
{
    public static void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("program");
        Write(writer, "entry", Assembly.GetEntryAssembly());
        Write(writer, "library", typeof(ProgramRecord).Assembly);
        writer.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        writer.WriteString("system", RuntimeInformation.RuntimeIdentifier);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Assembly? assembly) => writer.WriteString(
        name, assembly is null ? null : $"{assembly.GetName().Name} {assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}");
}
