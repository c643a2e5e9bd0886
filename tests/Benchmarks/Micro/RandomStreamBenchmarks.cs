using BenchmarkDotNet.Attributes;

namespace Benchmarks.Micro;

/// <summary>Draws from a <see cref="RandomStream"/> beside the same draws from <see cref="Random"/>.</summary>
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class RandomStreamBenchmarks
{
    /// <summary>Draws per call.</summary>
    public const int Draws = 1024;

    private readonly RandomStream _stream = new(1);
    private readonly Random _random = new(1);
    private readonly double[] _numbers = new double[Draws];

    [Benchmark, BenchmarkCategory("uniform draw")]
    public double StreamUniform()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
            sum += _stream.NextDouble();
        return sum;
    }

    [Benchmark(Baseline = true), BenchmarkCategory("uniform draw")]
    public double RandomUniform()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
            sum += _random.NextDouble();
        return sum;
    }

    [Benchmark, BenchmarkCategory("uniform fill")]
    public void StreamFillUniform() => _stream.FillUniform(_numbers);

    [Benchmark, BenchmarkCategory("normal draw")]
    public double StreamNormal()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
            sum += _stream.NextNormal();
        return sum;
    }

    [Benchmark(Baseline = true), BenchmarkCategory("normal draw")]
    public double RandomNormal()
    {
        double sum = 0;
        for (int i = 0; i < Draws; i++)
            sum += Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return sum;
    }

    [Benchmark, BenchmarkCategory("normal fill")]
    public void StreamFillNormal() => _stream.FillNormal(_numbers);
}
