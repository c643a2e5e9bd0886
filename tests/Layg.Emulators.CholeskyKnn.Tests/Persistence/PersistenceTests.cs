using System.Security.Cryptography;
using Layg.Calibration;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class PersistenceTests
{
    [Test]
    public void Load_WhatSaveWrote_PredictsBitForBit([Values] ErrorModelKind model, [Values] bool incremental, [Values(1, 3)] int dimension)
    {
        CholeskyKnnEmulator emulator = new(new() { ErrorModel = model, Incremental = incremental, RatioProxy = RatioProxy.DegreeDifference });
        IFittedEmulator fitted = emulator.Fit(TestFunctions.Known("sin3", TestFunctions.Normal(700, dimension, 1), dimension), TestFunctions.Context());

        IFittedEmulator loaded = new CholeskyKnnEmulator().Load(new MemoryStream(Save(fitted)), TestFunctions.Context());

        Comparison.ShouldPredictTheSame(fitted, loaded, dimension, 1);
        (loaded is IIncrementalEmulator).Should().Be(incremental);
        Save(loaded).Should().Equal(Save(fitted));
    }

    [Test]
    public void Load_DroppedDirectionsAndAveragedPoints_GoOnAsBefore()
    {
        double[] points = TestFunctions.Normal(300, 2, 6);
        for (int i = 0; i < 300; i++)
            points[(2 * i) + 1] = 7;
        var fitted = (IIncrementalEmulator)new CholeskyKnnEmulator().Fit(TestFunctions.Known("dot", points, 2), TestFunctions.Context());
        fitted = fitted.Insert([0.1, 7], [3]).Insert([0.1, 7], [6]);

        var loaded = (IIncrementalEmulator)new CholeskyKnnEmulator().Load(new MemoryStream(Save(fitted)), TestFunctions.Context());

        var value = new double[1];
        loaded.Insert([0.1, 7], [9]).Predict([0.1, 7], value);
        value[0].Should().BeApproximately(6, 1e-12);
        loaded.Predict([0.1, 8], value).Should().Be(double.PositiveInfinity);
    }

    [Test]
    public void Load_WithFunctional_NeedsItSet()
    {
        CholeskyKnnEmulator emulator = new(new() { ErrorFunctional = y => 2 * y[0] });
        byte[] stored = Save(emulator.Fit(TestFunctions.Known("sin3", TestFunctions.Normal(300, 2, 1), 2), TestFunctions.Context()));

        emulator.Load(new MemoryStream(stored), TestFunctions.Context()).Predict([0.1, 0.1], new double[1]).Should().BeGreaterThan(0);
        FluentActions.Invoking(() => new CholeskyKnnEmulator().Load(new MemoryStream(stored), TestFunctions.Context()))
            .Should().Throw<InvalidDataException>().WithMessage("*ErrorFunctional*");
    }

    [Test]
    public void Load_DamagedAnywhere_ThrowsInvalidData()
    {
        byte[] stored = Stored();
        for (int i = 0; i < stored.Length; i += Math.Max(1, stored.Length / 300))
        {
            byte[] damaged = (byte[])stored.Clone();
            damaged[i] ^= 0x41;
            FluentActions.Invoking(() => Load(damaged)).Should().Throw<InvalidDataException>("byte {0} changed", i);
        }
    }

    [Test]
    public void Load_TruncatedAnywhere_ThrowsInvalidData()
    {
        byte[] stored = Stored();
        for (int length = 0; length < stored.Length; length += Math.Max(1, stored.Length / 300))
            FluentActions.Invoking(() => Load(stored[..length])).Should().Throw<InvalidDataException>().WithMessage("*truncated*");
    }

    [Test]
    public void Load_NewerVersion_SaysSo()
    {
        byte[] stored = Stored();
        stored[8] = 2;

        FluentActions.Invoking(() => Load(stored)).Should().Throw<InvalidDataException>().WithMessage("*format version 2*reads versions 1 to 1*");
    }

    [Test]
    public void Load_SomethingElse_SaysSo() =>
        FluentActions.Invoking(() => Load(new byte[100])).Should().Throw<InvalidDataException>().WithMessage("*not a stored Cholesky*");

    [Test]
    public void Load_HostileLength_ClaimsNoMemoryForIt()
    {
        byte[] stored = Stored();
        BitConverter.TryWriteBytes(stored.AsSpan(12), 2_000_000_000L).Should().BeTrue();
        long before = GC.GetAllocatedBytesForCurrentThread();

        FluentActions.Invoking(() => Load(stored)).Should().Throw<InvalidDataException>();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(16 << 20);
    }

    [Test]
    public void Load_HostileCountsWithRightChecksum_ThrowInvalidData()
    {
        byte[] stored = Stored();
        byte[] payload = stored[20..^32];
        for (int i = 0; i < 300; i++)
        {
            byte[] hostile = (byte[])payload.Clone();
            BitConverter.TryWriteBytes(hostile.AsSpan(i), int.MaxValue - 1);
            byte[] framed = [.. stored[..20], .. hostile, .. SHA256.HashData(hostile)];
            try
            {
                Load(framed);
            }
            catch (InvalidDataException exception)
            {
                exception.Message.Should().StartWith("The stored emulator");
            }
        }
    }

    [Test]
    public void Save_ForeignEmulator_Throws() =>
        FluentActions.Invoking(() => new CholeskyKnnEmulator().Save(new Foreign(), Stream.Null)).Should().Throw<ArgumentException>().WithParameterName("fitted");

    private static byte[] Stored() =>
        Save(new CholeskyKnnEmulator().Fit(TestFunctions.Known("sin3", TestFunctions.Normal(150, 2, 1), 2), TestFunctions.Context()));

    private static byte[] Save(IFittedEmulator fitted)
    {
        using MemoryStream stream = new();
        new CholeskyKnnEmulator().Save(fitted, stream);
        return stream.ToArray();
    }

    private static IFittedEmulator Load(byte[] stored) => new CholeskyKnnEmulator().Load(new MemoryStream(stored), TestFunctions.Context());

    private sealed class Foreign : IFittedEmulator
    {
        public double Predict(ReadOnlySpan<double> x, Span<double> y) => 0;
    }
}
