using System.Globalization;
using System.Text.Json;
using Shared.Tensors.NumPy;
using SharedSource;

namespace L2L;

/// <summary>Writes trajectories for other programs: CSV, JSON and NumPy's npz. Each file is whole or not there.</summary>
public static class TrajectoryExport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>
    /// Writes a row for each evaluation: generation, index, status, attempts, seconds, budget, the numbers of the fitness, the parameters. A
    /// vector has a column for each element, <c>name[0]</c>; what an individual does not have is left empty. Numbers read back exactly.
    /// </summary>
    /// <param name="trajectory">The trajectory.</param>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    public static void ToCsv(Trajectory trajectory, string path)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        List<ExportColumn> columns = ExportColumn.Of(trajectory);
        int objectives = Objectives(trajectory);
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            IEnumerable<string> head = ["generation", "index", "status", "attempts", "seconds", "budget"];
            writer.WriteLine(string.Join(',', head.Concat(Enumerable.Range(0, objectives).Select(FitnessName)).Concat(columns.SelectMany(static c => c.Headers)).Select(CsvCell.Of)));
            foreach (Evaluation evaluation in trajectory.Evaluations)
            {
                Individual individual = evaluation.Individual;
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{individual.Generation},{individual.Index},{evaluation.Status},{evaluation.Attempts},{evaluation.Duration.TotalSeconds:R},{individual.Budget:R}"));
                for (int i = 0; i < objectives; i++)
                    writer.Write("," + (i < evaluation.Fitness.Length ? Number(evaluation.Fitness[i]) : ""));
                foreach (ExportColumn column in columns)
                {
                    for (int i = 0; i < column.Width; i++)
                        writer.Write("," + CsvCell.Of(column.TextOf(individual.Parameters, i)));
                }

                writer.WriteLine();
            }
        });
    }

    /// <summary>Writes the whole trajectory: name, parameters, derived parameters, results, and the generations with their individuals.</summary>
    /// <param name="trajectory">The trajectory.</param>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    public static void ToJson(Trajectory trajectory, string path)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        AtomicFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream, Indented);
            json.WriteStartObject();
            json.WriteString("name", trajectory.Name);
            WriteGroup(json, "parameters", trajectory.Parameters);
            WriteGroup(json, "derived_parameters", trajectory.DerivedParameters);
            WriteGroup(json, "results", trajectory.Results);
            json.WriteStartArray("generations");
            foreach (Generation generation in trajectory.Generations)
                Write(json, generation);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>
    /// Writes arrays with an entry for each evaluation: <c>generation</c>, <c>index</c>, <c>status</c>, <c>attempts</c>, <c>seconds</c>,
    /// <c>fitness</c> [n, objectives], and each parameter under its name: numbers [n] as float64 with NaN where an individual does not have it,
    /// vectors [n, length], a text as one array of bool for each of its values, <c>name=value</c>.
    /// </summary>
    /// <param name="trajectory">The trajectory, with at least one evaluation.</param>
    /// <param name="path">The file to create or replace; its folder must exist.</param>
    /// <exception cref="ArgumentException">The trajectory has no evaluation.</exception>
    public static void ToNpz(Trajectory trajectory, string path)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        Evaluation[] evaluations = [.. trajectory.Evaluations];
        if (evaluations.Length == 0)
            throw new ArgumentException("The trajectory has no evaluation that could be written.", nameof(trajectory));
        int objectives = Objectives(trajectory);
        var fitness = new double[evaluations.Length * objectives];
        Array.Fill(fitness, double.NaN);
        for (int i = 0; i < evaluations.Length; i++)
            evaluations[i].Fitness.Values.CopyTo(fitness.AsSpan(i * objectives));
        var arrays = new List<KeyValuePair<string, NpyArray>>
        {
            new("generation", NpyArray.Create(Array.ConvertAll(evaluations, static e => (long)e.Individual.Generation))),
            new("index", NpyArray.Create(Array.ConvertAll(evaluations, static e => (long)e.Individual.Index))),
            new("status", NpyArray.Create(Array.ConvertAll(evaluations, static e => (int)e.Status))),
            new("attempts", NpyArray.Create(Array.ConvertAll(evaluations, static e => e.Attempts))),
            new("seconds", NpyArray.Create(Array.ConvertAll(evaluations, static e => e.Duration.TotalSeconds))),
            new("fitness", NpyArray.Create(fitness, evaluations.Length, objectives)),
        };
        foreach (ExportColumn column in ExportColumn.Of(trajectory))
            arrays.AddRange(column.Arrays(evaluations));
        Npz.Write(path, arrays);
    }

    private static int Objectives(Trajectory trajectory) => trajectory.Evaluations.Select(static e => e.Fitness.Length).DefaultIfEmpty(0).Max();

    private static string FitnessName(int index) => string.Create(CultureInfo.InvariantCulture, $"fitness[{index}]");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void WriteGroup(Utf8JsonWriter json, string name, TrajectoryGroup group)
    {
        json.WritePropertyName(name);
        DomainJson.Write(json, new ParameterSet(group.All));
    }

    private static void Write(Utf8JsonWriter json, Generation generation)
    {
        json.WriteStartObject();
        json.WriteNumber("generation", generation.Number);
        json.WriteString("started", generation.Started);
        json.WriteNumber("seconds", generation.Duration.TotalSeconds);
        json.WritePropertyName("details");
        DomainJson.Write(json, generation.Details);
        json.WriteStartArray("individuals");
        foreach (Evaluation evaluation in generation.Evaluations)
        {
            json.WriteStartObject();
            json.WriteNumber("index", evaluation.Individual.Index);
            json.WritePropertyName("parameters");
            DomainJson.Write(json, evaluation.Individual.Parameters);
            json.WritePropertyName("fitness");
            EvaluationJson.WriteFitness(json, evaluation.Fitness);
            json.WriteString("status", evaluation.Status.ToString());
            json.WriteNumber("attempts", evaluation.Attempts);
            json.WriteNumber("seconds", evaluation.Duration.TotalSeconds);
            if (evaluation.Individual.Budget is { } budget)
                json.WriteNumber("budget", budget);
            if (evaluation.Error is { } error)
                json.WriteString("error", error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
