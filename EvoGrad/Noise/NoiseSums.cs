using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TorchSharp;

namespace EvoGrad;

/// <summary>The sums Σ w ε and Σ w ε² over individuals, in double precision and in an order that does not depend on the threads.</summary>
internal sealed class NoiseSums(int dimension, bool squares, bool isIsotropic, int threads)
{
    private const int Columns = 2048;
    private const int WorthAThread = 1 << 15;
    private const int Together = 4;
    private const int Chunk = 512;

    private readonly double[] _linear = new double[dimension];
    private readonly double[] _squared = new double[squares ? dimension : 0];
    private double _weights;

    public void Clear()
    {
        Array.Clear(_linear);
        Array.Clear(_squared);
        _weights = 0;
    }

    /// <summary>Adds the weights of all individuals to Σ w.</summary>
    public void Add(ReadOnlySpan<double> weights) => _weights += TensorPrimitives.Sum(weights);

    /// <summary>Adds rows of noise.</summary>
    /// <param name="noise">Shape [rows, dimension].</param>
    /// <param name="linear">The weight of ε of each row.</param>
    /// <param name="even">The weight of ε² of each row.</param>
    public void Add(torch.Tensor noise, ReadOnlyMemory<double> linear, ReadOnlyMemory<double> even)
    {
        int rows = linear.Length;
        int blocks = (dimension + Columns - 1) / Columns;
        if (blocks == 1 || threads == 1 || (long)rows * dimension < WorthAThread)
        {
            for (int block = 0; block < blocks; block++)
                AddColumns(noise, rows, linear.Span, even.Span, block);
            return;
        }

        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block => AddColumns(noise, rows, linear.Span, even.Span, block));
    }

    /// <summary>Σ w ε / σ for every number.</summary>
    public double[] MeanGradient(ReadOnlySpan<double> sigma)
    {
        var gradient = new double[dimension];
        for (int d = 0; d < dimension; d++)
            gradient[d] = _linear[d] / sigma[isIsotropic ? 0 : d];
        return gradient;
    }

    /// <summary>Σ w (ε² − 1) / σ for every number, or their sum where they share σ; times σ for its logarithm.</summary>
    public double[] ScaleGradient(ReadOnlySpan<double> sigma, bool isLogScale)
    {
        if (!isIsotropic)
        {
            var gradient = new double[dimension];
            for (int d = 0; d < dimension; d++)
                gradient[d] = (_squared[d] - _weights) / (isLogScale ? 1 : sigma[d]);
            return gradient;
        }

        double sum = 0;
        foreach (double number in _squared)
            sum += number;
        return [(sum - _weights * dimension) / (isLogScale ? 1 : sigma[0])];
    }

    private void AddColumns(torch.Tensor noise, int rows, ReadOnlySpan<double> linear, ReadOnlySpan<double> even, int block)
    {
        int first = block * Columns, count = Math.Min(Columns, dimension - first);
        Span<double> sums = _linear.AsSpan(first, count);
        Span<double> squared = squares ? _squared.AsSpan(first, count) : default;
        if (noise.dtype == torch.ScalarType.Float64)
        {
            ReadOnlySpan<double> all = MemoryMarshal.Cast<byte, double>(noise.bytes);
            if (dimension == 1)
                AddNumbers(all[..rows], linear, even, sums, squared);
            else
                AddRows(all[first..], rows, linear, even, sums, squared);
        }
        else
        {
            ReadOnlySpan<float> all = MemoryMarshal.Cast<byte, float>(noise.bytes);
            if (dimension == 1)
                AddNumbers(all[..rows], linear, even, sums, squared);
            else
                AddRows(all[first..], rows, linear, even, sums, squared);
        }
    }

    private static void AddNumbers<T>(ReadOnlySpan<T> noise, ReadOnlySpan<double> linear, ReadOnlySpan<double> even, Span<double> sums, Span<double> squared)
        where T : unmanaged, INumberBase<T>
    {
        Span<double> numbers = stackalloc double[Chunk];
        for (int start = 0; start < noise.Length; start += Chunk)
        {
            int count = Math.Min(Chunk, noise.Length - start);
            Span<double> chunk = numbers[..count];
            TensorPrimitives.ConvertTruncating(noise.Slice(start, count), chunk);
            sums[0] += TensorPrimitives.Dot(linear.Slice(start, count), chunk);
            if (squared.IsEmpty)
                continue;
            TensorPrimitives.Multiply(chunk, chunk, chunk);
            squared[0] += TensorPrimitives.Dot(even.Slice(start, count), chunk);
        }
    }

    // Four rows at a time go through the sums once.
    private void AddRows<T>(ReadOnlySpan<T> noise, int rows, ReadOnlySpan<double> linear, ReadOnlySpan<double> even, Span<double> sums, Span<double> squared)
        where T : unmanaged, INumberBase<T>
    {
        for (int row = 0; row < rows; row += Together)
        {
            int count = Math.Min(Together, rows - row);
            ReadOnlySpan<T> a = noise.Slice(row * dimension, sums.Length);
            ReadOnlySpan<T> b = count > 1 ? noise.Slice((row + 1) * dimension, sums.Length) : a;
            ReadOnlySpan<T> c = count > 2 ? noise.Slice((row + 2) * dimension, sums.Length) : a;
            ReadOnlySpan<T> d = count > 3 ? noise.Slice((row + 3) * dimension, sums.Length) : a;
            WeightedRows.Add(a, b, c, d, Four(linear, row, count), sums);
            if (!squared.IsEmpty)
                WeightedRows.AddSquares(a, b, c, d, Four(even, row, count), squared);
        }
    }

    // Rows that are missing count nothing.
    private static (double A, double B, double C, double D) Four(ReadOnlySpan<double> weights, int row, int count) =>
        (weights[row], count > 1 ? weights[row + 1] : 0, count > 2 ? weights[row + 2] : 0, count > 3 ? weights[row + 3] : 0);
}
