using System.Text.Json;

namespace Lagom.Rl;

/// <summary>What the runner and a worker process say to each other about a job.</summary>
internal static class JobMessages
{
    public static byte[] Write(ExperimentJob job) => Write(writer =>
    {
        writer.WriteNumber("index", job.Index);
        writer.WritePropertyName("configuration");
        job.Configuration.WriteTo(writer);
        writer.WriteNumber("seed", job.Seed);
        writer.WriteString("device", job.Device);
        writer.WriteString("directory", job.Directory);
        writer.WriteBoolean("isContinued", job.IsContinued);
    });

    public static ExperimentJob ReadJob(ReadOnlyMemory<byte> message)
    {
        using JsonDocument document = JsonDocument.Parse(message);
        JsonElement root = document.RootElement;
        return new ExperimentJob(
            root.GetProperty("index").GetInt32(),
            Configuration.FromJson(root.GetProperty("configuration")),
            root.GetProperty("seed").GetInt64(),
            root.GetProperty("device").GetString()!,
            root.GetProperty("directory").GetString()!)
        {
            IsContinued = root.GetProperty("isContinued").GetBoolean(),
        };
    }

    public static byte[] Write(JobEnd end) => Write(writer =>
    {
        if (end.Failure is { } failure)
        {
            writer.WriteString("kind", failure.Kind.ToString());
            writer.WriteString("type", failure.Type);
            writer.WriteString("message", failure.Message);
            writer.WriteString("details", failure.Details);
        }
        else
        {
            writer.WritePropertyName("result");
            end.Result.WriteTo(writer);
        }
    });

    public static JobEnd ReadEnd(ReadOnlyMemory<byte> message)
    {
        using JsonDocument document = JsonDocument.Parse(message);
        JsonElement root = document.RootElement;
        return root.TryGetProperty("result", out JsonElement result)
            ? JobEnd.Finished(result.Clone())
            : JobEnd.Failed(new JobFailure(
                Enum.Parse<JobFailureKind>(root.GetProperty("kind").GetString()!),
                root.GetProperty("type").GetString()!,
                root.GetProperty("message").GetString()!,
                root.GetProperty("details").GetString()!));
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
