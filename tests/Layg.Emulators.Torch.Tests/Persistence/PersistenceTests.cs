using System.Text;
using Shared.Tensors;

namespace Layg.Emulators.Torch.Tests;

public sealed class PersistenceTests
{
    private static readonly double[] Queries = TestFunctions.Normal(200, 2, 9);

    [Test]
    public void Load_BuiltInNetwork_PredictsBitForBitTheSame([Values] Uncertainty uncertainty)
    {
        TorchOptions options = Fits.Quick with { MaxEpochs = 5, Uncertainty = uncertainty, HiddenLayers = [9, 17] };
        FittedTorchEmulator fitted = Fits.Of("rosen", 400, 2, options);
        byte[] stored = Save(new TorchEmulator(options), fitted);

        // The stored settings hold, whatever those of the instance that loads.
        var loaded = (FittedTorchEmulator)Load(new TorchEmulator(), stored);

        var (values, errors) = fitted.Batch(Queries, 2);
        loaded.Batch(Queries, 2).Values.Should().Equal(values);
        loaded.Batch(Queries, 2).Errors.Should().Equal(errors);
        loaded.Training.Should().Be(fitted.Training);
        Save(new TorchEmulator(), loaded).Should().Equal(stored);
    }

    [Test]
    public void Load_OwnNetwork_PredictsTheSame()
    {
        TorchOptions options = UserModuleTests.Options with { MaxEpochs = 3 };
        FittedTorchEmulator fitted = Fits.Of("rosen", 400, 2, options);
        byte[] stored = Save(new TorchEmulator(options), fitted);

        IFittedEmulator loaded = Load(new TorchEmulator(options), stored);

        loaded.Batch(Queries, 2).Values.Should().Equal(fitted.Batch(Queries, 2).Values);
        Action without = () => Load(new TorchEmulator(), stored);
        without.Should().Throw<InvalidDataException>().WithMessage("*Network*");
        Action other = () => Load(new TorchEmulator(options with { Network = (inputs, outputs) => TorchSharp.torch.nn.Linear(inputs, outputs) }), stored);
        other.Should().Throw<InvalidDataException>();
    }

    [Test]
    public void Load_SafetensorsReader_FindsTheWeights()
    {
        byte[] stored = Save(new TorchEmulator(), Fits.Of("rosen", 400, 2, Fits.Quick with { MaxEpochs = 2 }));
        using TorchSharp.DisposeScope scope = TorchSharp.torch.NewDisposeScope();

        (IReadOnlyDictionary<string, TorchSharp.torch.Tensor> tensors, IReadOnlyDictionary<string, string> metadata) =
            Safetensors.Load(new MemoryStream(stored));

        tensors["network.members.3.0.weight"].shape.Should().Equal(2, 32);
        metadata["layg.torch"].Should().Contain("\"Version\":1");
    }

    [Test]
    public void Load_NewerVersion_SaysSo()
    {
        byte[] stored = Save(new TorchEmulator(), Fits.Of("rosen", 400, 2, Fits.Quick with { MaxEpochs = 2 }));
        using TorchSharp.DisposeScope scope = TorchSharp.torch.NewDisposeScope();
        (IReadOnlyDictionary<string, TorchSharp.torch.Tensor> tensors, IReadOnlyDictionary<string, string> metadata) = Safetensors.Load(new MemoryStream(stored));
        Dictionary<string, string> newer = new(metadata, StringComparer.Ordinal)
        {
            ["layg.torch"] = metadata["layg.torch"].Replace("\"Version\":1", "\"Version\":2,\"Novelty\":true", StringComparison.Ordinal),
        };
        using MemoryStream stream = new();
        Safetensors.Save(stream, [.. tensors], newer);

        Action load = () => Load(new TorchEmulator(), stream.ToArray());

        load.Should().Throw<InvalidDataException>().WithMessage("*version 2*reads versions 1 to 1*");
    }

    [Test]
    public void Load_AnyDamage_IsInvalidData()
    {
        byte[] stored = Save(new TorchEmulator(), Fits.Of("rosen", 400, 2, Fits.Quick with { MaxEpochs = 2 }));
        RandomStream random = new(1);
        for (int trial = 0; trial < 150; trial++)
        {
            byte[] damaged = [.. stored];
            // Half of the trials hit the header, where the variety is.
            int position = random.NextInt32(trial % 2 == 0 ? 1500 : damaged.Length);
            damaged[position] ^= (byte)(1 << random.NextInt32(8));
            if (TellsNothing(stored, damaged))
                continue;
            Action load = () => Load(new TorchEmulator(), damaged);
            load.Should().Throw<InvalidDataException>($"bit flip at {position}");
        }

        foreach (int length in new[] { 0, 5, 8, 100, stored.Length / 2, stored.Length - 1 })
        {
            Action load = () => Load(new TorchEmulator(), stored[..length]);
            load.Should().Throw<InvalidDataException>($"{length} bytes");
        }

        Action longer = () => Load(new TorchEmulator(), [.. stored, 0]);
        longer.Should().Throw<InvalidDataException>();
        Action text = () => Load(new TorchEmulator(), Encoding.UTF8.GetBytes("This is no emulator at all."));
        text.Should().Throw<InvalidDataException>();
    }

    [Test]
    public void Save_ForeignEmulator_IsRefused() =>
        new TorchEmulator().Invoking(e => e.Save(new Foreign(), new MemoryStream())).Should().Throw<ArgumentException>().WithMessage("*Foreign*");

    // White space between JSON's tokens may differ without any harm.
    private static bool TellsNothing(byte[] stored, byte[] damaged)
    {
        for (int i = 0; i < stored.Length; i++)
        {
            if (stored[i] != damaged[i])
                return stored[i] == ' ' && damaged[i] is (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)' ';
        }

        return true;
    }

    private static byte[] Save(TorchEmulator emulator, IFittedEmulator fitted)
    {
        using MemoryStream stream = new();
        emulator.Save(fitted, stream);
        return stream.ToArray();
    }

    private static IFittedEmulator Load(TorchEmulator emulator, byte[] stored)
    {
        using MemoryStream stream = new(stored, writable: false);
        return emulator.Load(stream, TestFunctions.Context());
    }

    private sealed class Foreign : IFittedEmulator
    {
        public double Predict(ReadOnlySpan<double> x, Span<double> y) => 0;
    }
}
