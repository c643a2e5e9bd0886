using System.Text;
using Shared.Tensors.NumPy;

namespace Shared.Tensors.Tests.NumPy;

/// <summary>Files that are damaged or made to harm: each gets an <see cref="InvalidDataException"/> that says why, and little memory.</summary>
public sealed class NpyHostileTests
{
    [TestCase("refused_object.npy", "Python objects")]
    [TestCase("refused_structured.npy", "structured")]
    [TestCase("refused_complex.npy", "'<c16'; supported are bool, int32, int64, float32 and float64")]
    [TestCase("refused_float16.npy", "'<f2'")]
    [TestCase("refused_text.npy", "'<U2'")]
    [TestCase("refused_pickle.npy", "pickle")]
    public void Read_UnsupportedFile_NamesFileAndReason(string file, string reason)
    {
        FluentActions.Invoking(() => Npy.Read(Golden.PathOf($"npy/{file}"))).Should().Throw<InvalidDataException>()
            .WithMessage($"*{file}' cannot be read: *{reason}*");
    }

    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647), }", "more elements")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", "longer than 2147483647")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999999999999,), }", "longer than")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (65536, 65536, 65536, 65536, 65536), }", "more elements")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000,), }", "8000000000")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", "'-'")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (1), }", "')'")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': 1, }", "'1'")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (1,", "too early")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (1 1), }", "'1'")]
    [TestCase("{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }", "'0'")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, }", "lacks")]
    [TestCase("{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (), }", "twice")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (), 'extra': 1}", "'extra'")]
    [TestCase("{'descr': '<f8, 'fortran_order': False, 'shape': (), }", "'f'")]
    [TestCase("{'descr': '<f8", "does not end")]
    [TestCase("{'descr': '=f8', 'fortran_order': False, 'shape': (), }", "'=f8'")]
    [TestCase("{'descr': '|f8', 'fortran_order': False, 'shape': (), }", "'|f8'")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': ()} x", "'x'")]
    [TestCase("__import__('os').system('true')", "'_'")]
    [TestCase("", "too early")]
    public void Read_BadHeader_NamesReason(string header, string reason)
    {
        AssertRefused([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header)], $"*{reason}*");
    }

    [Test]
    public void Read_ManyAxes_IsRefused()
    {
        string header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({string.Concat(Enumerable.Repeat("1, ", 65))}), }}";

        AssertRefused([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.Latin1.GetBytes(header)], "*64 axes*");
    }

    [Test]
    public void Read_HeaderBomb_IsRefusedWithoutMemory() =>
        AssertRefused([0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0], "*4294967295 bytes*");

    [Test]
    public void Read_OtherVersion_IsRefused() => AssertRefused([0x93, .. "NUMPY"u8, 4, 0, 0, 0], "*4.0*");

    [Test]
    public void Read_ClaimOnStreamThatCannotSeek_AllocatesLittle()
    {
        var content = new MemoryStream();
        new NpyHeader(NpyElementType.Double, BigEndian: false, FortranOrder: false, [200_000_000]).Write(content);
        byte[] bytes = [.. content.ToArray(), 1, 2, 3];

        long before = GC.GetAllocatedBytesForCurrentThread();
        FluentActions.Invoking(() => Npy.Read(new ForwardStream(bytes))).Should().Throw<InvalidDataException>().WithMessage("*3 of the 1600000000 bytes*");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4 << 20);
    }

    [Test]
    public void Read_TruncatedAnywhere_IsRefused()
    {
        byte[] whole = NpyAssertions.Save(NpyArray.Create([1.0, 2.0, 3.0]));

        for (int length = 0; length < whole.Length; length++)
            AssertRefused(whole[..length], "*cannot be read*");
    }

    [Test]
    public void Read_PathWithMoreThanOneArray_IsRefused()
    {
        using var folder = new TemporaryFolder();
        byte[] one = NpyAssertions.Save(NpyArray.Create([1.0]));
        File.WriteAllBytes(folder["two.npy"], [.. one, .. one]);

        FluentActions.Invoking(() => Npy.Read(folder["two.npy"])).Should().Throw<InvalidDataException>().WithMessage("*two.npy'*more bytes*");
    }

    [TestCase("npy/float64_rank2.npy")]
    [TestCase("npy/bool_fortran3.npy")]
    [TestCase("npy/version3.npy")]
    [TestCase("npy/stored.npz")]
    [TestCase("npy/compressed.npz")]
    public void Read_MutatedBytes_GivesAnArrayOrInvalidData(string file)
    {
        byte[] original = File.ReadAllBytes(Golden.PathOf(file));
        var random = new RandomStream(20);
        int refused = 0;
        for (int trial = 0; trial < 20_000; trial++)
        {
            byte[] bytes = Mutate(original, random);
            try
            {
                if (file.EndsWith(".npz", StringComparison.Ordinal))
                    Npz.Read(new MemoryStream(bytes), maxBytes: 1 << 20);
                else
                    Npy.Read(trial % 2 == 0 ? new MemoryStream(bytes) : new ForwardStream(bytes));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        refused.Should().BeGreaterThan(1000);
    }

    private static byte[] Mutate(byte[] original, RandomStream random)
    {
        byte[] bytes = [.. original];
        int changes = 1 + random.NextInt32(4);
        for (int i = 0; i < changes; i++)
        {
            // Half of the changes hit the header, where they matter.
            int position = random.NextInt32(random.NextInt32(2) == 0 ? Math.Min(bytes.Length, 100) : bytes.Length);
            bytes[position] = (byte)random.NextInt32(256);
        }

        return random.NextInt32(8) == 0 ? bytes[..random.NextInt32(bytes.Length)] : bytes;
    }

    private static void AssertRefused(byte[] bytes, string message)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        FluentActions.Invoking(() => NpyAssertions.Load(bytes)).Should().Throw<InvalidDataException>().WithMessage(message);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1 << 20);
    }
}
