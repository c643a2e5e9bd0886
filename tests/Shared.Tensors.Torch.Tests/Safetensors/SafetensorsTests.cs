using System.Buffers.Binary;
using System.Text;
using TorchSharp;
using File = System.IO.File;

namespace Shared.Tensors.Torch.Tests.Safetensors;

public sealed class SafetensorsTests
{
    private string _path = "";

    [SetUp]
    public void CreateFolder() => _path = Path.Combine(Directory.CreateTempSubdirectory("safetensors-").FullName, "weights.safetensors");

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [TestCase(torch.ScalarType.Bool)]
    [TestCase(torch.ScalarType.Byte)]
    [TestCase(torch.ScalarType.Int8)]
    [TestCase(torch.ScalarType.Int16)]
    [TestCase(torch.ScalarType.Int32)]
    [TestCase(torch.ScalarType.Int64)]
    [TestCase(torch.ScalarType.Float16)]
    [TestCase(torch.ScalarType.BFloat16)]
    [TestCase(torch.ScalarType.Float32)]
    [TestCase(torch.ScalarType.Float64)]
    public void Load_SavedTensor_HasTypeShapeAndValues(torch.ScalarType type)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor saved = torch.arange(24L).view(2, 3, 4).type(type);

        Tensors.Safetensors.Save(_path, [KeyValuePair.Create("a", saved)]);
        torch.Tensor loaded = Tensors.Safetensors.Load(_path)["a"];

        loaded.dtype.Should().Be(type);
        loaded.shape.Should().Equal(2, 3, 4);
        loaded.@double().ToArray<double>().Should().Equal(saved.@double().ToArray<double>());
    }

    [Test]
    public void Load_ScalarEmptyAndTransposedTensors_AreTheSame()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor matrix = torch.arange(6L).view(2, 3);
        Tensors.Safetensors.Save(_path, new Dictionary<string, torch.Tensor>
        {
            ["scalar"] = torch.tensor(2.5), ["empty"] = torch.zeros(0, 3), ["transposed"] = matrix.transpose(0, 1), ["naïve ☃"] = matrix,
        });

        IReadOnlyDictionary<string, torch.Tensor> loaded = Tensors.Safetensors.Load(_path);

        loaded.Keys.Should().BeEquivalentTo("scalar", "empty", "transposed", "naïve ☃");
        loaded["scalar"].ToArray<double>().Should().Equal(2.5);
        loaded["scalar"].shape.Should().BeEmpty();
        loaded["empty"].shape.Should().Equal(0, 3);
        loaded["transposed"].ToArray<long>().Should().Equal(0, 3, 1, 4, 2, 5);
    }

    [Test]
    public void LoadMetadata_SavedTexts_AreTheSame()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var metadata = new Dictionary<string, string> { ["format"] = "pt", ["note"] = "β = 2" };
        Tensors.Safetensors.Save(_path, [KeyValuePair.Create("a", torch.ones(2))], metadata);
        Tensors.Safetensors.LoadMetadata(_path).Should().BeEquivalentTo(metadata);
    }

    [Test]
    public void SaveAndLoad_Stream_HoldsTheBytesOfTheFile()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var tensors = new Dictionary<string, torch.Tensor> { ["a"] = torch.ones(2, 3), ["b"] = torch.arange(4) };
        var metadata = new Dictionary<string, string> { ["note"] = "β = 2" };
        Tensors.Safetensors.Save(_path, tensors, metadata);
        using var stream = new MemoryStream();

        Tensors.Safetensors.Save(stream, tensors, metadata);

        stream.ToArray().Should().Equal(File.ReadAllBytes(_path));
        stream.Position = 0;
        (IReadOnlyDictionary<string, torch.Tensor> loaded, IReadOnlyDictionary<string, string> texts) = Tensors.Safetensors.Load(stream);
        loaded["b"].ToArray<long>().Should().Equal(0, 1, 2, 3);
        loaded["a"].shape.Should().Equal(2, 3);
        texts.Should().BeEquivalentTo(metadata);
        using var cut = new MemoryStream(stream.ToArray()[..^1]);
        FluentActions.Invoking(() => Tensors.Safetensors.Load(cut)).Should().Throw<InvalidDataException>().WithMessage("*stream*");
    }

    [Test]
    public void Load_FileOfTheFormatDescription_IsRead()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        // As Python's library writes it: header padded with spaces, offsets relative to the end of the header.
        Write("""{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"n":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}   """,
            [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f), .. BitConverter.GetBytes(7L)]);

        IReadOnlyDictionary<string, torch.Tensor> loaded = Tensors.Safetensors.Load(_path);

        loaded["w"].ToArray<float>().Should().Equal(1.5f, -2f);
        loaded["n"].ToArray<long>().Should().Equal(7);
    }

    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,9]}}""", TestName = "Bytes that do not fit the shape")]
    [TestCase("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", TestName = "Offsets beyond the file")]
    [TestCase("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", TestName = "Negative size")]
    [TestCase("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", TestName = "Product that overflows")]
    [TestCase("""{"a":{"dtype":"X32","shape":[2],"data_offsets":[0,8]}}""", TestName = "Unknown type")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", TestName = "Offsets in the wrong order")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", TestName = "Name twice")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", TestName = "Overlap")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", TestName = "Bytes of no tensor")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2]}}""", TestName = "No offsets")]
    [TestCase("""{"a":[[[[[[]]]]]]}""", TestName = "Deep nesting")]
    [TestCase("""{"a":""", TestName = "Broken JSON")]
    [TestCase("[]", TestName = "No object")]
    public void Load_HostileHeader_IsRefused(string header)
    {
        Write(header, new byte[8]);
        FluentActions.Invoking(() => Tensors.Safetensors.Load(_path)).Should().Throw<InvalidDataException>().WithMessage("*weights.safetensors*");
    }

    [TestCase(long.MaxValue)]
    [TestCase(-1)]
    [TestCase(1L << 40)]
    [TestCase(3)]
    public void Load_WrongHeaderLength_IsRefused(long length)
    {
        Write("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[8], length);
        FluentActions.Invoking(() => Tensors.Safetensors.Load(_path)).Should().Throw<InvalidDataException>();
    }

    [Test]
    public void Load_FileCutOffAnywhere_IsRefused()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensors.Safetensors.Save(_path, new Dictionary<string, torch.Tensor> { ["a"] = torch.ones(5), ["b"] = torch.zeros(2, 2) });
        byte[] whole = File.ReadAllBytes(_path);
        for (int length = 0; length < whole.Length; length += 3)
        {
            File.WriteAllBytes(_path, whole[..length]);
            FluentActions.Invoking(() => Tensors.Safetensors.Load(_path)).Should().Throw<InvalidDataException>();
        }
    }

    [Test]
    public void Load_AnyDamagedByte_GivesTensorsOrARefusal()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensors.Safetensors.Save(_path, new Dictionary<string, torch.Tensor> { ["a"] = torch.ones(3), ["flags"] = torch.ones(2).type(torch.ScalarType.Bool) });
        byte[] whole = File.ReadAllBytes(_path);
        var random = new RandomStream(2);
        int refused = 0;
        for (int trial = 0; trial < 500; trial++)
        {
            byte[] damaged = [.. whole];
            damaged[random.NextInt32(damaged.Length)] = (byte)random.NextInt32(256);
            File.WriteAllBytes(_path, damaged);
            try
            {
                Tensors.Safetensors.Load(_path);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        refused.Should().BeGreaterThan(250);
    }

    [Test]
    public void Save_NameTwice_IsRefusedAndLeavesTheOldFile()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensors.Safetensors.Save(_path, [KeyValuePair.Create("a", torch.ones(2))]);
        FluentActions.Invoking(() => Tensors.Safetensors.Save(_path, [KeyValuePair.Create("b", torch.ones(1)), KeyValuePair.Create("b", torch.ones(1))]))
            .Should().Throw<ArgumentException>();
        Tensors.Safetensors.Load(_path).Keys.Should().Equal("a");
    }

    private void Write(string header, byte[] data, long? length = null)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, length ?? json.Length);
        File.WriteAllBytes(_path, [.. prefix, .. json, .. data]);
    }
}
