using System.Text.Json;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

/// <summary>The named tensors that the expressions use.</summary>
/// <param name="device">Where they lie; the processor when null.</param>
internal sealed class ValueInputs(torch.Device? device = null)
{
    private static readonly JsonElement Stored = Golden.Read("values.json");

    private readonly Dictionary<string, torch.Tensor> _tensors =
        Stored.GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => Read(input.Value).ToDevice(device ?? torch.CPU), StringComparer.Ordinal);

    public static JsonElement Results => Stored.GetProperty("results");

    public IEnumerable<KeyValuePair<string, torch.Tensor>> Real => _tensors.Where(pair => pair.Value.is_floating_point());

    public torch.Tensor X => _tensors["x"];

    public torch.Tensor Y => _tensors["y"];

    public torch.Tensor P => _tensors["p"];

    public torch.Tensor ROW => _tensors["row"];

    public torch.Tensor S => _tensors["s"];

    public torch.Tensor V => _tensors["v"];

    public torch.Tensor W => _tensors["w"];

    public torch.Tensor B => _tensors["b"];

    public torch.Tensor I => _tensors["i"];

    public torch.Tensor C => _tensors["c"];

    public torch.Tensor D => _tensors["d"];

    public torch.Tensor K => _tensors["k"];

    public torch.Tensor G => _tensors["g"];

    private static torch.Tensor Read(JsonElement stored)
    {
        double[] values = [.. stored.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        long[] shape = [.. stored.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        return torch.tensor(values, shape).type(TypeOf(stored));
    }

    public static torch.ScalarType TypeOf(JsonElement stored) => stored.GetProperty("type").GetString() switch
    {
        "float64" => torch.float64,
        "float32" => torch.float32,
        "float16" => torch.float16,
        "int64" => torch.int64,
        "int32" => torch.int32,
        "int16" => torch.int16,
        "int8" => torch.int8,
        "uint8" => torch.uint8,
        "bool" => torch.ScalarType.Bool,
        var other => throw new InvalidDataException($"Unknown type {other}."),
    };
}
