using System.Globalization;
using Shared.Tensors.NumPy;

namespace L2L;

/// <summary>A parameter as columns of a table or as arrays.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its values are; integers that are sometimes real are real.</param>
/// <param name="Width">The length of the longest vector; 1 for other values.</param>
internal sealed record ExportColumn(string Name, ParameterKind Kind, int Width)
{
    public IEnumerable<string> Headers => Kind == ParameterKind.Vector
        ? Enumerable.Range(0, Width).Select(i => string.Create(CultureInfo.InvariantCulture, $"{Name}[{i}]"))
        : [Name];

    /// <summary>The parameters of all individuals, in ordinal order of their names.</summary>
    public static List<ExportColumn> Of(Trajectory trajectory)
    {
        var columns = new SortedDictionary<string, ExportColumn>(StringComparer.Ordinal);
        foreach (ParameterSet set in trajectory.Evaluations.Select(static e => e.Individual.Parameters))
        {
            for (int i = 0; i < set.Count; i++)
            {
                ParameterValue value = set.Values[i];
                int width = value.Kind == ParameterKind.Vector ? value.AsVector().Length : 1;
                if (!columns.TryGetValue(set.Names[i], out ExportColumn? column))
                    columns[set.Names[i]] = new ExportColumn(set.Names[i], value.Kind, width);
                else if (width > column.Width || (column.Kind == ParameterKind.Integer && value.Kind == ParameterKind.Real))
                    columns[set.Names[i]] = new ExportColumn(set.Names[i], value.Kind, Math.Max(width, column.Width));
            }
        }

        return [.. columns.Values];
    }

    public string TextOf(ParameterSet set, int element)
    {
        if (!set.TryGetValue(Name, out ParameterValue value))
            return "";
        if (Kind != ParameterKind.Vector)
            return value.ToString();
        ReadOnlySpan<double> vector = value.AsVector();
        return element < vector.Length ? vector[element].ToString("R", CultureInfo.InvariantCulture) : "";
    }

    public IEnumerable<KeyValuePair<string, NpyArray>> Arrays(Evaluation[] evaluations)
    {
        if (Kind != ParameterKind.Text)
        {
            var numbers = new double[evaluations.Length * Width];
            Array.Fill(numbers, double.NaN);
            for (int i = 0; i < evaluations.Length; i++)
            {
                if (evaluations[i].Individual.Parameters.TryGetValue(Name, out ParameterValue value))
                    value.AsVector().CopyTo(numbers.AsSpan(i * Width, Width));
            }

            return [new(Name, Kind == ParameterKind.Vector ? NpyArray.Create(numbers, evaluations.Length, Width) : NpyArray.Create(numbers))];
        }

        string?[] texts = Array.ConvertAll(evaluations, e => e.Individual.Parameters.TryGetValue(Name, out ParameterValue value) ? value.AsText() : null);
        return texts.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(text => KeyValuePair.Create($"{Name}={text}", NpyArray.Create(Array.ConvertAll(texts, candidate => candidate == text))));
    }
}
