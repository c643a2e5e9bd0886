using System.Text.Encodings.Web;
using System.Text.Json;

namespace Benchmarks.Harness;

/// <summary>Runs a suite, prints a line per figure as soon as it is known, and writes all of them as JSON.</summary>
public static class FigureReport
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Runs a suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="settings">How thoroughly it measures.</param>
    /// <param name="lines">Receives the lines.</param>
    /// <param name="jsonFile">Receives an array of objects with suite, case, unit, ours, peer, peerName, ratio, status; none when null.</param>
    /// <returns>How many figures there were.</returns>
    public static int Write(IBenchmarkSuite suite, BenchmarkSettings settings, TextWriter lines, string? jsonFile)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(lines);
        var figures = new List<Figure>();
        foreach (Figure figure in suite.Run(settings))
        {
            lines.WriteLine(figure);
            lines.Flush();
            figures.Add(figure);
        }

        if (jsonFile is not null)
            File.WriteAllText(jsonFile, ToJson(figures) + "\n");
        return figures.Count;
    }

    /// <summary>Writes figures as a JSON array.</summary>
    /// <param name="figures">The figures.</param>
    public static string ToJson(IReadOnlyList<Figure> figures) => JsonSerializer.Serialize(figures, JsonOptions);
}
