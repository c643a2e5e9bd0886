using System.Globalization;

namespace L2L;

/// <summary>One number of an individual that is drawn: a parameter, an element of a vector, or the place of a text among its values.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Element">The element of a vector.</param>
/// <param name="Categories">The values of a text, sorted; none for a number.</param>
/// <param name="IsLog">Whether its logarithm was searched.</param>
internal sealed record ReportColumn(string Title, string Name, int Element, IReadOnlyList<string> Categories, bool IsLog)
{
    public static IReadOnlyList<ReportColumn> Of(Trajectory trajectory)
    {
        var columns = new List<ReportColumn>();
        foreach (ExportColumn column in ExportColumn.Of(trajectory))
        {
            if (column.Kind == ParameterKind.Text)
                columns.Add(new ReportColumn(column.Name, column.Name, 0, Texts(trajectory, column.Name), false));
            else if (column.Kind == ParameterKind.Vector)
                columns.AddRange(Enumerable.Range(0, column.Width).Select(i => new ReportColumn(string.Create(CultureInfo.InvariantCulture, $"{column.Name}[{i}]"), column.Name, i, [], false)));
            else
                columns.Add(new ReportColumn(column.Name, column.Name, 0, [], IsLogarithmic(trajectory, column.Name)));
        }

        return columns;
    }

    /// <summary>The individual's number; NaN where it does not have the parameter.</summary>
    public double ValueOf(Individual individual)
    {
        if (!individual.Parameters.TryGetValue(Name, out ParameterValue value))
            return double.NaN;
        if (Categories.Count > 0)
            return Categories.ToList().IndexOf(value.AsText());
        ReadOnlySpan<double> numbers = value.AsVector();
        return Element < numbers.Length ? numbers[Element] : double.NaN;
    }

    private static bool IsLogarithmic(Trajectory trajectory, string name) =>
        trajectory.Parameters.TryGetValue($"explored.{name}", out ParameterValue description) && Parameter.IsLogarithmic(description.AsText());

    private static string[] Texts(Trajectory trajectory, string name) =>
    [
        .. trajectory.Evaluations.Select(e => e.Individual.Parameters.TryGetValue(name, out ParameterValue value) ? value.AsText() : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
