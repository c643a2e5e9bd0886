using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Layg.Calibration;

namespace Layg.Emulators.Torch;

/// <summary>
/// The stored form of a fitted emulator: a safetensors file. Its metadata hold a <see cref="TorchHeader"/> as JSON, and the SHA-256 of that
/// text and all tensors.
/// </summary>
internal static class TorchFile
{
    private const string HeaderKey = "layg.torch";
    private const string ChecksumKey = "sha256";
    private const string NetworkPrefix = "network.";

    public static void Write(FittedTorchEmulator fitted, Stream destination)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DenseNetwork? dense = fitted.Network as DenseNetwork;
        TorchHeader header = new()
        {
            Version = TorchHeader.NewestVersion,
            Dense = dense is not null,
            Members = dense?.Members.Count ?? ((ModuleNetwork)fitted.Network).Members.Count,
            Layers = dense?.Members[0].Length ?? 0,
            DistanceOnly = fitted.Errors.DistanceOnly,
            Level = fitted.Errors.Level,
            Training = fitted.Training,
        };
        List<KeyValuePair<string, torch.Tensor>> tensors =
        [
            Numbers("inputs.mean", fitted.Inputs.Mean.ToArray()),
            Numbers("inputs.scale", fitted.Inputs.Scale.ToArray()),
            Numbers("inputs.order", [.. fitted.Inputs.Order.ToArray().Select(position => (double)position)]),
            Numbers("inputs.factor", fitted.Inputs.Factor.ToArray()),
            Numbers("inputs.tolerance", fitted.Inputs.Tolerance.ToArray()),
            Numbers("outputs.mean", fitted.Network.Outputs.Mean.ToArray()),
            Numbers("outputs.scale", fitted.Network.Outputs.Scale.ToArray()),
            Numbers("anchors", fitted.Anchors.Points()),
            Numbers("domain.low", fitted.Domain.Low.ToArray()),
            Numbers("domain.high", fitted.Domain.High.ToArray()),
            Numbers("domain.distance", [fitted.Domain.LargestDistance]),
            Numbers("errors.law", [fitted.Errors.Model.Floor, fitted.Errors.Model.Factor, fitted.Errors.Model.Exponent]),
            Numbers("errors.ratios", fitted.Errors.Model.Ratios.ToArray()),
            .. fitted.Network.Weights().Select(pair => KeyValuePair.Create(NetworkPrefix + pair.Key, pair.Value)),
        ];
        string text = JsonSerializer.Serialize(header, TorchHeaderContext.Default.TorchHeader);
        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            [HeaderKey] = text,
            [ChecksumKey] = Checksum(tensors, text),
        };
        Safetensors.Save(destination, tensors, metadata);
    }

    public static FittedTorchEmulator Read(Stream source, TorchOptions options, FitContext context)
    {
        using MemoryStream all = new();
        source.CopyTo(all);
        all.Position = 0;
        using DisposeScope scope = torch.NewDisposeScope();
        (IReadOnlyDictionary<string, torch.Tensor> tensors, IReadOnlyDictionary<string, string> metadata) = Safetensors.Load(all);
        if (!metadata.TryGetValue(HeaderKey, out string? text) || !metadata.TryGetValue(ChecksumKey, out string? checksum))
            throw new InvalidDataException($"The data are not a stored {nameof(TorchEmulator)}: the metadata lack '{HeaderKey}' or '{ChecksumKey}'.");
        try
        {
            // The version comes first: a newer file may have other fields and checksums.
            CheckVersion(text);
            if (!checksum.Equals(Checksum(tensors, text), StringComparison.Ordinal))
                throw new InvalidDataException("The stored emulator is damaged: its checksum does not fit.");
            TorchHeader header = JsonSerializer.Deserialize(text, TorchHeaderContext.Default.TorchHeader) ?? throw new JsonException("There is no header.");
            return Parse(header, tensors, options, context);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or JsonException or OverflowException
            or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"The stored emulator cannot be restored: {exception.Message}", exception);
        }
    }

    private static void CheckVersion(string text)
    {
        using var document = JsonDocument.Parse(text);
        int version = document.RootElement.GetProperty(nameof(TorchHeader.Version)).GetInt32();
        if (version is < 1 or > TorchHeader.NewestVersion)
            throw new InvalidDataException($"The stored emulator has format version {version}; this library reads versions 1 to {TorchHeader.NewestVersion}.");
    }

    private static FittedTorchEmulator Parse(
        TorchHeader header, IReadOnlyDictionary<string, torch.Tensor> tensors, TorchOptions options, FitContext context)
    {
        double[] Numbers(string name) => tensors.TryGetValue(name, out torch.Tensor? tensor) && tensor.dtype == torch.ScalarType.Float64
            ? tensor.ToArray<double>()
            : throw new ArgumentException($"The 64-bit numbers '{name}' are missing.", nameof(tensors));

        InputTransform inputs = new(
            Numbers("inputs.mean"),
            Numbers("inputs.scale"),
            [.. Numbers("inputs.order").Select(number => checked((int)number))],
            Numbers("inputs.factor"),
            Numbers("inputs.tolerance"));
        OutputTransform outputs = new(Numbers("outputs.mean"), Numbers("outputs.scale"));
        double[] law = Numbers("errors.law");
        if (law.Length != 3)
            throw new ArgumentException($"The error law has {law.Length} numbers, not 3.", nameof(tensors));
        ConformalErrorBar model = new(law[0], law[1], law[2], Numbers("errors.ratios"));
        Domain domain = new(Numbers("domain.low"), Numbers("domain.high"), Numbers("domain.distance").Single());
        AnchorSet anchors = new(Numbers("anchors"), inputs.Rank);
        var weights = tensors
            .Where(pair => pair.Key.StartsWith(NetworkPrefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[NetworkPrefix.Length..], pair => pair.Value, StringComparer.Ordinal);
        if (domain.Low.Length != inputs.Rank || header.Members is < 1 or > 64)
            throw new ArgumentException("The parts of the emulator do not fit together.", nameof(tensors));
        FittedNetwork network = header.Dense
            ? DenseNetwork.Restore(weights, header.Members, header.Layers, outputs)
            : Modules(weights, header.Members, inputs.Rank, outputs, options, context);
        if (network is DenseNetwork dense && dense.Members[0][0].Inputs != inputs.Rank)
            throw new ArgumentException("The network's inputs do not fit the input transform.", nameof(tensors));
        return new FittedTorchEmulator(inputs, network, anchors, domain, new ErrorBar(model, header.DistanceOnly, header.Level), header.Training);
    }

    private static ModuleNetwork Modules(
        Dictionary<string, torch.Tensor> weights, int members, int rank, OutputTransform outputs, TorchOptions options, FitContext context)
    {
        if (options.Network is null)
        {
            throw new InvalidDataException(
                $"The stored emulator has a network of your own; set {nameof(TorchOptions)}.{nameof(TorchOptions.Network)} before loading it.");
        }

        using DefaultGenerator borrowed = DefaultGenerator.Borrow(0, context.CancellationToken);
        torch.nn.Module<torch.Tensor, torch.Tensor>[] made = TrainableModules.Create(rank, outputs.Dimension, options, members);
        for (int member = 0; member < members; member++)
        {
            string prefix = $"members.{member}.";
            Dictionary<string, torch.Tensor> own = weights
                .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);
            made[member].load_state_dict(own);
        }

        return new ModuleNetwork(made, options.ElementType, torch.device(options.Device), outputs);
    }

    private static KeyValuePair<string, torch.Tensor> Numbers(string name, double[] numbers) =>
        KeyValuePair.Create(name, torch.tensor(numbers, [numbers.Length]));

    private static string Checksum(IEnumerable<KeyValuePair<string, torch.Tensor>> tensors, string text)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        foreach ((string name, torch.Tensor tensor) in tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            using DisposeScope scope = torch.NewDisposeScope();
            string shape = string.Join(',', tensor.shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}:{tensor.dtype}[{shape}]"));
            torch.Tensor plain = tensor.detach().cpu().contiguous();
            if (plain.numel() > 0)
                hash.AppendData(plain.bytes);
            GC.KeepAlive(plain);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
