using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Shared.Tensors.NumPy;

namespace Shared.Tensors.Tests.NumPy;

public sealed class NpzTests
{
    [TestCase("stored.npz")]
    [TestCase("compressed.npz")]
    public void Read_ArchiveOfNumPy_HasAllArrays(string file)
    {
        IReadOnlyDictionary<string, NpyArray> arrays = Npz.Read(Golden.PathOf($"npy/{file}"));

        JsonElement expected = Golden.Read("npy/index.json").GetProperty("npz");
        arrays.Keys.Should().BeEquivalentTo(expected.EnumerateObject().Select(property => property.Name));
        foreach (JsonProperty property in expected.EnumerateObject())
            arrays[property.Name].ShouldEqual(NpyAssertions.ToArray(property.Value));
    }

    [Test]
    public void Read_PositionalArrays_AreNamedByNumber() =>
        Npz.Read(Golden.PathOf("npy/positional.npz")).Keys.Should().Equal("arr_0", "arr_1");

    [TestCase(false)]
    [TestCase(true)]
    public void Write_ThenRead_GivesTheSame(bool compress)
    {
        using var folder = new TemporaryFolder();
        var arrays = new Dictionary<string, NpyArray>(StringComparer.Ordinal)
        {
            ["a/b"] = NpyArray.Create([1.0, 2.0, 3.0, 4.0], 2, 2),
            ["Größe"] = NpyArray.Create([true], []),
            ["none"] = NpyArray.Create(Array.Empty<int>()),
            ["many"] = NpyArray.Create(new double[200_000]),
        };

        Npz.Write(folder["x.npz"], arrays, compress);
        IReadOnlyDictionary<string, NpyArray> read = Npz.Read(folder["x.npz"]);

        read.Keys.Should().BeEquivalentTo(arrays.Keys);
        foreach ((string name, NpyArray array) in arrays)
            read[name].ShouldEqual(array);
        new FileInfo(folder["x.npz"]).Length.Should().Match(length => compress == length < 100_000);
    }

    [Test]
    public void Write_Twice_WritesTheSameBytes() => Pack(("a", 1.0)).Should().Equal(Pack(("a", 1.0)));

    [TestCase("")]
    [TestCase("a")]
    public void Write_BadName_ThrowsAndLeavesTheFile(string name)
    {
        using var folder = new TemporaryFolder();
        string path = folder["x.npz"];
        Npz.Write(path, [KeyValuePair.Create("kept", NpyArray.Create([1.0]))]);
        KeyValuePair<string, NpyArray>[] arrays = [KeyValuePair.Create("a", NpyArray.Create([1.0])), KeyValuePair.Create(name, NpyArray.Create([1.0]))];

        FluentActions.Invoking(() => Npz.Write(path, arrays)).Should().Throw<ArgumentException>().WithParameterName("arrays");

        Npz.Read(path).Keys.Should().Equal("kept");
        Directory.GetFileSystemEntries(folder.Path).Should().Equal(path);
    }

    [Test]
    public void Read_FlippedByteOfData_IsFoundByTheChecksum()
    {
        byte[] bytes = Pack(("a", 1.0));
        int data = bytes.AsSpan().IndexOf(BitConverter.GetBytes(1.0));
        bytes[data] ^= 1;

        FluentActions.Invoking(() => Npz.Read(new MemoryStream(bytes))).Should().Throw<InvalidDataException>()
            .WithMessage("Entry 'a.npy' of the stream*checksum*");
    }

    [Test]
    public void Read_SameNameTwice_Throws()
    {
        byte[] bytes = Zip(("a.npy", NpyAssertions.Save(NpyArray.Create([1.0]))), ("a.npy", NpyAssertions.Save(NpyArray.Create([2.0]))));

        FluentActions.Invoking(() => Npz.Read(new MemoryStream(bytes))).Should().Throw<InvalidDataException>().WithMessage("*a.npy*second*");
    }

    [TestCase("notes.txt")]
    [TestCase(".npy")]
    public void Read_EntryThatIsNoArray_Throws(string name)
    {
        byte[] bytes = Zip((name, Encoding.UTF8.GetBytes("hello")));

        FluentActions.Invoking(() => Npz.Read(new MemoryStream(bytes))).Should().Throw<InvalidDataException>().WithMessage($"*'{name}'*");
    }

    [Test]
    public void Read_NoArchive_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["x.npz"], "not a zip file, but long enough to look for its directory");

        FluentActions.Invoking(() => Npz.Read(folder["x.npz"])).Should().Throw<InvalidDataException>().WithMessage("*x.npz' cannot be read: it is not a zip*");
    }

    [Test]
    public void Read_ArraysAboveTheLimit_AreRefusedBeforeTheyAreUnpacked()
    {
        byte[] bomb = Zip(("a.npy", Bomb(64 << 20)));
        bomb.Length.Should().BeLessThan(1 << 20);

        long before = GC.GetAllocatedBytesForCurrentThread();
        FluentActions.Invoking(() => Npz.Read(new MemoryStream(bomb), maxBytes: 1 << 20)).Should().Throw<InvalidDataException>()
            .WithMessage("*'a.npy'*more than 1048576*");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4 << 20);
    }

    [Test]
    public void Read_HeaderThatClaimsMoreThanItsEntry_AllocatesLittle()
    {
        var content = new MemoryStream();
        new NpyHeader(NpyElementType.Double, BigEndian: false, FortranOrder: false, [100_000_000]).Write(content);
        byte[] bytes = Zip(("a.npy", content.ToArray()));

        long before = GC.GetAllocatedBytesForCurrentThread();
        FluentActions.Invoking(() => Npz.Read(new MemoryStream(bytes))).Should().Throw<InvalidDataException>().WithMessage("*'a.npy'*needs 800000000 bytes*");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4 << 20);
    }

    private static byte[] Bomb(int bytes)
    {
        var content = new MemoryStream();
        new NpyHeader(NpyElementType.Boolean, BigEndian: false, FortranOrder: false, [bytes]).Write(content);
        content.SetLength(content.Length + bytes);
        return content.ToArray();
    }

    private static byte[] Pack(params (string Name, double Value)[] arrays)
    {
        var stream = new MemoryStream();
        Npz.Write(stream, arrays.Select(array => KeyValuePair.Create(array.Name, NpyArray.Create([array.Value]))));
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
