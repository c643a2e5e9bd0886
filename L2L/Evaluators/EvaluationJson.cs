using System.Buffers;
using System.Text.Json;

namespace L2L;

/// <summary>Requests and evaluations as JSON, exact to the last bit: what travels to workers and lies in the files of a cluster.</summary>
internal static class EvaluationJson
{
    public static byte[] Write(EvaluationRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Individual individual = request.Individual;
            json.WriteStartObject();
            json.WriteNumber("generation", individual.Generation);
            json.WriteNumber("index", individual.Index);
            json.WritePropertyName("parameters");
            DomainJson.Write(json, individual.Parameters);
            if (individual.Budget is { } budget)
                json.WriteNumber("budget", budget);
            if (individual.Configuration is { } configuration)
                json.WriteNumber("configuration", configuration);
            if (!individual.Checkpoint.IsEmpty)
                json.WriteBase64String("checkpoint", individual.Checkpoint.Span);
            json.WriteStartArray("random");
            json.WriteNumberValue(request.Random.Key0);
            json.WriteNumberValue(request.Random.Key1);
            json.WriteNumberValue(request.Random.Blocks);
            json.WriteNumberValue(request.Random.Used);
            json.WriteEndArray();
            if (request.Pruning is { } pruning)
            {
                json.WriteStartArray("pruning");
                WriteNumbers(json, pruning.Weights);
                WriteNumbers(json, pruning.Steps);
                WriteNumbers(json, pruning.Thresholds);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static EvaluationRequest ReadRequest(ReadOnlyMemory<byte> text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement json = document.RootElement;
        var individual = new Individual(json.GetProperty("generation").GetInt32(), json.GetProperty("index").GetInt32(), StateJson.ReadSet(json.GetProperty("parameters").GetRawText()))
        {
            Budget = json.TryGetProperty("budget", out JsonElement budget) ? budget.GetDouble() : null,
            Configuration = json.TryGetProperty("configuration", out JsonElement configuration) ? configuration.GetInt32() : null,
            Checkpoint = json.TryGetProperty("checkpoint", out JsonElement checkpoint) ? checkpoint.GetBytesFromBase64() : default,
        };
        JsonElement random = json.GetProperty("random");
        return new EvaluationRequest(individual, new RandomStreamState(random[0].GetUInt64(), random[1].GetUInt64(), random[2].GetUInt64(), random[3].GetInt32()))
        {
            Pruning = json.TryGetProperty("pruning", out JsonElement pruning) ? new PruningRule(Numbers(pruning[0]), Numbers(pruning[1]), Numbers(pruning[2])) : null,
        };
    }

    /// <summary>An evaluation without its individual, which the reader has.</summary>
    public static byte[] Write(Evaluation evaluation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", evaluation.Status.ToString());
            json.WritePropertyName("fitness");
            WriteFitness(json, evaluation.Fitness);
            json.WriteNumber("ticks", evaluation.Duration.Ticks);
            json.WriteNumber("attempts", evaluation.Attempts);
            if (evaluation.Error is { } error)
                json.WriteString("error", error);
            if (evaluation.Reports.Count > 0)
            {
                json.WritePropertyName("reports");
                WriteReports(json, evaluation.Reports);
            }

            if (!evaluation.Checkpoint.IsEmpty)
                json.WriteBase64String("checkpoint", evaluation.Checkpoint.Span);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Evaluation ReadEvaluation(ReadOnlyMemory<byte> text, Individual individual)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement json = document.RootElement;
        return new Evaluation(individual, Fitness(json.GetProperty("fitness")))
        {
            Status = Enum.Parse<EvaluationStatus>(json.GetProperty("status").GetString()!),
            Duration = TimeSpan.FromTicks(json.GetProperty("ticks").GetInt64()),
            Attempts = json.GetProperty("attempts").GetInt32(),
            Error = json.TryGetProperty("error", out JsonElement error) ? error.GetString() : null,
            Reports = json.TryGetProperty("reports", out JsonElement reports) ? Reports(reports) : [],
            Checkpoint = json.TryGetProperty("checkpoint", out JsonElement checkpoint) ? checkpoint.GetBytesFromBase64() : default,
        };
    }

    public static void WriteFitness(Utf8JsonWriter json, FitnessVector fitness)
    {
        json.WriteStartArray();
        foreach (double value in fitness.Values)
            ParameterValueJsonConverter.WriteNumber(json, value);
        json.WriteEndArray();
    }

    public static void WriteReports(Utf8JsonWriter json, IReadOnlyList<IntermediateFitness> reports)
    {
        json.WriteStartArray();
        foreach (IntermediateFitness report in reports)
        {
            json.WriteStartArray();
            ParameterValueJsonConverter.WriteNumber(json, report.Step);
            WriteFitness(json, report.Fitness);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static FitnessVector Fitness(JsonElement json)
    {
        double[] values = Numbers(json);
        return values.Length == 0 ? default : new FitnessVector(values);
    }

    public static IReadOnlyList<IntermediateFitness> Reports(JsonElement json) =>
        [.. json.EnumerateArray().Select(static report => new IntermediateFitness(Number(report[0]), Fitness(report[1])))];

    private static void WriteNumbers(Utf8JsonWriter json, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray();
        foreach (double number in numbers)
            ParameterValueJsonConverter.WriteNumber(json, number);
        json.WriteEndArray();
    }

    private static double[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(Number)];

    private static double Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? ParameterValueJsonConverter.Special(json.GetString()) : json.GetDouble();
}
