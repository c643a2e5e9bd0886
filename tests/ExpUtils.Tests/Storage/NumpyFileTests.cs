using System.Text;

namespace ExpUtils.Tests.Storage;

[TestFixture]
public sealed class NumpyFileTests
{
    private TemporaryFolder _scratch = null!;

    [SetUp]
    public void MakeFolder() => _scratch = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _scratch.Dispose();

    [Test]
    public void Write_ThenRead_GivesTheSameNumbers()
    {
        NumpyFile.Write(_scratch["a.npy"], [1, double.NaN, -0.0, 4, 5, double.PositiveInfinity], 2, 3);
        NumpyArray array = NumpyFile.Read(_scratch["a.npy"]);
        array.Shape.Should().Equal(2, 3);
        array.Values.Should().Equal(1, double.NaN, -0.0, 4, 5, double.PositiveInfinity);
        byte[] bytes = File.ReadAllBytes(_scratch["a.npy"]);
        Encoding.Latin1.GetString(bytes, 0, 128).Should().StartWith("\u0093NUMPY\u0001\0v\0{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }").And.EndWith(" \n");
        bytes.Should().HaveCount(128 + 48);
        FluentActions.Invoking(() => NumpyFile.Write(_scratch["b.npy"], [1, 2], 3)).Should().Throw<ArgumentException>();
    }

    [TestCase("<i4", false, "(3,)", "01000000 02000000 FFFFFFFF", new[] { 1.0, 2, -1 })]
    [TestCase(">i2", false, "(2,)", "0001 FFFE", new[] { 1.0, -2 })]
    [TestCase("|b1", false, "(2,)", "01 00", new[] { 1.0, 0 })]
    [TestCase("<f4", false, "(1,)", "0000C03F", new[] { 1.5 })]
    [TestCase("|u1", true, "(2, 3)", "00 03 01 04 02 05", new[] { 0.0, 1, 2, 3, 4, 5 })]
    [TestCase("<i8", false, "()", "0700000000000000", new[] { 7.0 })]
    public void Read_OtherTypes_AreWidened(string type, bool isFortran, string shape, string data, double[] values)
    {
        Write(type, isFortran, shape, Convert.FromHexString(data.Replace(" ", "", StringComparison.Ordinal)));
        NumpyFile.Read(_scratch["x.npy"]).Values.Should().Equal(values);
    }

    [TestCase("|O", "(2,)", "objects")]
    [TestCase("<f8", "(1000000000,)", "cut off")]
    [TestCase("<c16", "(1,)", "type '<c16'")]
    [TestCase("<f8", "(x,)", "not understood")]
    public void Read_WhatIsNotRead_SaysWhy(string type, string shape, string message)
    {
        Write(type, false, shape, [1, 2, 3]);
        FluentActions.Invoking(() => NumpyFile.Read(_scratch["x.npy"])).Should().Throw<InvalidDataException>().WithMessage($"*{message}*");
        File.WriteAllText(_scratch["y.npy"], "hello");
        FluentActions.Invoking(() => NumpyFile.Read(_scratch["y.npy"])).Should().Throw<InvalidDataException>().WithMessage("*no NumPy file*");
    }

    private void Write(string type, bool isFortran, string shape, byte[] data)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': {(isFortran ? "True" : "False")}, 'shape': {shape}, }}\n";
        byte[] start = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0];
        File.WriteAllBytes(_scratch["x.npy"], [.. start, .. Encoding.ASCII.GetBytes(header), .. data]);
    }
}
