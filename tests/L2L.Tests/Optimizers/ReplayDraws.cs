using System.Text.Json;

namespace L2L.Tests.Optimizers;

/// <summary>Recorded draws instead of a stream's, each kind in its order.</summary>
internal sealed class ReplayDraws() : Draws(static () => throw new InvalidOperationException("A replay draws nothing new."))
{
    public Queue<double> NormalQueue { get; } = new();

    public Queue<double> Uniforms { get; } = new();

    public Queue<int> Indices { get; } = new();

    public Queue<JsonElement> Multivariate { get; } = new();

    public override double Normal() => NormalQueue.Dequeue();

    public override double Uniform() => Uniforms.Dequeue();

    public override int Index(int count) => Indices.Dequeue();

    public void Feed(IEnumerable<JsonElement> draws)
    {
        foreach (JsonElement draw in draws)
        {
            if (draw.ValueKind == JsonValueKind.Array)
                FeedOne(draw);
            else
                FeedNamed(draw);
        }
    }

    private void FeedOne(JsonElement draw)
    {
        switch (draw[0].GetString())
        {
            case "random":
                Uniforms.Enqueue(draw[1].GetDouble());
                break;
            case "gauss":
                NormalQueue.Enqueue((draw[3].GetDouble() - draw[1].GetDouble()) / draw[2].GetDouble());
                break;
            default:
                Indices.Enqueue(draw[1].GetInt32());
                break;
        }
    }

    private void FeedNamed(JsonElement draw)
    {
        JsonElement result = draw.GetProperty("result");
        switch (draw.GetProperty("call").GetString())
        {
            case "rand":
                Uniforms.Enqueue(result.GetDouble());
                break;
            case "randn":
                foreach (double z in Flat(result))
                    NormalQueue.Enqueue(z);
                break;
            case "normal":
                double[] values = [.. Flat(result)];
                double[] scale = [.. Flat(draw.GetProperty("scale"))];
                for (int i = 0; i < values.Length; i++)
                    NormalQueue.Enqueue(values[i] / scale[i % scale.Length]);
                break;
            default:
                Multivariate.Enqueue(draw);
                break;
        }
    }

    private static IEnumerable<double> Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element.GetDouble()];
}
