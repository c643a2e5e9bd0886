using Shared.Tensors.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>Modules in files: TorchSharp's format and safetensors.</summary>
[NonParallelizable]
public sealed class ModuleFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void LoadSafetensors_OfPythonsStateDict_GivesPythonsOutput()
    {
        using var scope = NewDisposeScope();
        using Sequential network = Network();
        network.LoadSafetensors(Golden.PathOf("network.safetensors"));
        network.eval();
        Tensor output = network.call(sin(arange(50.0f)).reshape(2, 1, 5, 5));
        NNGolden.ShouldBe(output, NNGolden.Network, 1e-6, "output");
    }

    [Test]
    public void Safetensors_WrittenAndRead_KeepEveryBit()
    {
        using Sequential one = Network(), other = Network();
        string path = Path.Combine(_folder, "network.safetensors");
        one.SaveSafetensors(path);
        other.LoadSafetensors(path);
        SameState(other, one);
    }

    [Test]
    public void Save_AndLoad_KeepEveryBit()
    {
        using Sequential one = Network(), other = Network();
        string path = Path.Combine(_folder, "network.dat");
        one.save(path);
        other.load(path).Should().BeSameAs(other);
        SameState(other, one);
    }

    [Test]
    public void Save_OfKnownTensor_WritesTorchSharpsFormat()
    {
        using nn.Module module = nn.ParameterDict(("w", nn.Parameter(tensor(new[] { 1f, 2f, 3f }))));
        using var stream = new MemoryStream();
        module.save(stream);
        stream.ToArray().Should().Equal(1, 1, (byte)'w', 6, 1, 3, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40);
    }

    [Test]
    public void Load_OfOtherNames_IsRefusedAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        using nn.Module saved = nn.Sequential(("a", nn.Linear(2, 2)));
        using nn.Module other = nn.Sequential(("b", nn.Linear(2, 2)));
        float[] before = other.get_parameter("b.weight")!.ToArray<float>();
        using var stream = new MemoryStream();
        saved.save(stream);
        stream.Position = 0;
        FluentActions.Invoking(() => other.load(stream)).Should().Throw<InvalidOperationException>().WithMessage("*a.weight*");
        stream.Position = 0;
        other.load(stream, strict: false);
        other.get_parameter("b.weight")!.ToArray<float>().Should().Equal(before);
        using nn.Module wider = nn.Sequential(("a", nn.Linear(3, 2)));
        stream.Position = 0;
        FluentActions.Invoking(() => wider.load(stream)).Should().Throw<InvalidOperationException>().WithMessage("*a.weight*[2, 2]*[2, 3]*");
    }

    [Test]
    public void Load_OfTruncatedFiles_IsRefusedAtEveryLength()
    {
        using var scope = NewDisposeScope();
        using nn.Module module = nn.Linear(2, 1);
        using var stream = new MemoryStream();
        module.save(stream);
        byte[] bytes = stream.ToArray();
        for (int length = 0; length < bytes.Length; length++)
        {
            using var cut = new MemoryStream(bytes[..length]);
            FluentActions.Invoking(() => module.load(cut)).Should().Throw<InvalidDataException>("{0} bytes", length);
        }
    }

    [TestCase(new byte[] { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f }, TestName = "Load_OfHugeCount_IsRefused")]
    [TestCase(new byte[] { 1, 0xff, 0xff, 0xff, 0xff, 0x07, 65 }, TestName = "Load_OfHugeName_IsRefused")]
    [TestCase(new byte[] { 1, 1, (byte)'x', 99, 1, 1 }, TestName = "Load_OfUnknownType_IsRefused")]
    [TestCase(new byte[] { 1, 1, (byte)'x', 6, 100 }, TestName = "Load_OfManyDimensions_IsRefused")]
    [TestCase(new byte[] { 1, 1, (byte)'x', 6, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0x7f }, TestName = "Load_OfHugeSizes_IsRefused")]
    [TestCase(new byte[] { 1, 1, (byte)'x', 6, 1, 0xff, 0xff, 0xff, 0xff, 0x7f, 1 }, TestName = "Load_OfMoreThanThereIs_IsRefused")]
    public void Load_OfHostileFile_IsRefused(byte[] bytes)
    {
        using nn.Module module = nn.Linear(2, 1);
        using var stream = new MemoryStream(bytes);
        FluentActions.Invoking(() => module.load(stream, strict: false)).Should().Throw<InvalidDataException>().WithMessage("*refused*");
    }

    private static Sequential Network() => nn.Sequential(
        new Conv2d(1, 2, 3), new BatchNorm2d(2), nn.ReLU(), new Flatten(), nn.Linear(18, 3));

    private static void SameState(nn.Module actual, nn.Module expected)
    {
        Dictionary<string, Tensor> wanted = expected.state_dict();
        foreach ((string name, Tensor value) in actual.state_dict())
        {
            using Tensor given = value.detach().reshape(-1).type(float64), known = wanted[name].detach().reshape(-1).type(float64);
            given.ToArray<double>().Should().Equal(known.ToArray<double>(), name);
        }
    }
}
