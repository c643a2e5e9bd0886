using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shared.Tensors.NumPy;

namespace Shared.Tensors.Tests.NumPy;

public sealed class NpyTests
{
    public static IEnumerable<TestCaseData> Files() => Golden.Read("npy/index.json").GetProperty("arrays").EnumerateArray()
        .Select(entry => new TestCaseData(entry).SetArgDisplayNames(entry.GetProperty("file").GetString()!));

    // Files in the byte order and version that this package writes.
    public static IEnumerable<TestCaseData> NativeFiles() =>
        Files().Where(file => ((JsonElement)file.Arguments[0]!).GetProperty("order").ValueKind == JsonValueKind.String);

    [TestCaseSource(nameof(Files))]
    public void Read_FileOfNumPy_HasShapeTypeAndValues(JsonElement entry)
    {
        NpyArray array = Npy.Read(Golden.PathOf($"npy/{entry.GetProperty("file").GetString()}"));

        array.ShouldEqual(NpyAssertions.ToArray(entry));
    }

    [TestCaseSource(nameof(NativeFiles))]
    public void Write_SameArray_WritesTheBytesOfNumPy(JsonElement entry)
    {
        bool fortranOrder = entry.GetProperty("order").ValueEquals("F");

        byte[] written = NpyAssertions.Save(NpyAssertions.ToArray(entry), fortranOrder);

        written.Should().Equal(File.ReadAllBytes(Golden.PathOf($"npy/{entry.GetProperty("file").GetString()}")));
    }

    [Test]
    public void Read_StreamThatCannotSeek_GivesTheSame()
    {
        NpyArray array = NpyArray.Create(Enumerable.Range(0, 300_000).Select(i => (double)i).ToArray(), 3, 100_000);

        NpyArray read = Npy.Read(new ForwardStream(NpyAssertions.Save(array)));

        read.ShouldEqual(array);
    }

    [Test]
    public void Read_ArraysOneAfterAnother_LeavesTheStreamBehindEach()
    {
        using var stream = new MemoryStream();
        Npy.Write(stream, NpyArray.Create([1.0, 2.0]));
        Npy.Write(stream, NpyArray.Create([3, 4, 5]));
        stream.Position = 0;

        Npy.Read(stream).ToArray<double>().Should().Equal(1, 2);
        Npy.Read(stream).ToArray<int>().Should().Equal(3, 4, 5);
    }

    [Test]
    public void Read_TruthValuesOtherThanOne_AreTrue()
    {
        byte[] bytes = NpyAssertions.Save(NpyArray.Create([true, false, true]));
        bytes[^1] = 0x7F;

        bool[] values = NpyAssertions.Load(bytes).ToArray<bool>();

        values.Should().Equal(true, false, true);
        Convert.ToByte(values[2]).Should().Be(1);
    }

    [Test]
    public void Read_HeaderOfPython2_AcceptsLongSuffix()
    {
        byte[] bytes = NpyAssertions.Save(NpyArray.Create([1.0, 2.0, 3.0, 4.0], 2, 2));
        string text = System.Text.Encoding.Latin1.GetString(bytes);
        text = text.Replace("(2, 2), }  ", "(2L, 2L), }", StringComparison.Ordinal);

        NpyAssertions.Load(System.Text.Encoding.Latin1.GetBytes(text)).Shape.Should().Equal(2, 2);
    }

    [Test]
    public void Write_ToPath_ReplacesTheFileAndLeavesNoOther()
    {
        using var folder = new TemporaryFolder();
        string path = folder["a.npy"];
        Npy.Write(path, NpyArray.Create([1.0]));

        Npy.Write(path, NpyArray.Create([2.0, 3.0]));

        Npy.Read(path).ToArray<double>().Should().Equal(2, 3);
        Directory.GetFileSystemEntries(folder.Path).Should().Equal(path);
    }

    [Test]
    public void Write_Matrix_InColumnMajorOrderReadsBack()
    {
        NpyArray array = NpyArray.Create([1, 2, 3, 4, 5, 6], 2, 3);

        byte[] bytes = NpyAssertions.Save(array, fortranOrder: true);

        bytes[^24..].Should().Equal(new[] { 1, 4, 2, 5, 3, 6 }.SelectMany(BitConverter.GetBytes));
        NpyAssertions.Load(bytes).ShouldEqual(array);
    }

    [Test]
    public void Read_OfWritten_IsTheArray()
    {
        Prop.ForAll<double[], byte, bool>((values, rows, fortranOrder) =>
            Same(NpyArray.Create([.. Enumerable.Repeat(values, rows % 7).SelectMany(row => row)], rows % 7, values.Length), fortranOrder))
            .QuickCheckThrowOnFailure();
        Prop.ForAll<long[], bool>((values, fortranOrder) => Same(NpyArray.Create(values, values.Length, 1, 1), fortranOrder)).QuickCheckThrowOnFailure();
        Prop.ForAll<int[]>(values => Same(NpyArray.Create(values, 1, values.Length), fortranOrder: false)).QuickCheckThrowOnFailure();
        Prop.ForAll<float[]>(values => Same(NpyArray.Create(values), fortranOrder: true)).QuickCheckThrowOnFailure();
        Prop.ForAll<bool[]>(values => Same(NpyArray.Create(values), fortranOrder: false)).QuickCheckThrowOnFailure();

        static void Same(NpyArray array, bool fortranOrder) =>
            NpyAssertions.Load(NpyAssertions.Save(array, fortranOrder)).ShouldEqual(array);
    }

    [Test]
    public void Arguments_Null_Throw()
    {
        NpyArray array = NpyArray.Create([1.0]);

        FluentActions.Invoking(() => Npy.Read((string)null!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Npy.Read((Stream)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Npy.Write((string)null!, array)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Npy.Write(Stream.Null, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Npy.Read("/nowhere/a.npy")).Should().Throw<DirectoryNotFoundException>();
    }
}
