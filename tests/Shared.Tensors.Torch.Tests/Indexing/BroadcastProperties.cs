using FsCheck;
using FsCheck.Fluent;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Indexing;

/// <summary>Broadcasting of random shapes against plain loops.</summary>
public sealed class BroadcastProperties
{
    [Test]
    public void Arithmetic_OfBroadcastShapes_IsThatOfLoops() =>
        Prop.ForAll<int>(seed => CheckArithmetic(seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void CheckArithmetic(int seed)
    {
        var random = new RandomStream(seed);
        int rank = 1 + random.NextInt32(3);
        long[] full = [.. Enumerable.Range(0, rank).Select(_ => 1L + random.NextInt32(4))];
        long[] left = Shrunk(random, full);
        long[] right = Shrunk(random, full);
        double[] a = Drawn(random, left), b = Drawn(random, right);

        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.tensor(a, left), y = torch.tensor(b, right);
        long[] shape = Broadcast(left, right);
        (x + y).shape.Should().Equal(shape);
        (x + y).ToArray<double>().Should().Equal(Loop(a, left, b, right, shape, (p, q) => p + q));
        (x * y).ToArray<double>().Should().Equal(Loop(a, left, b, right, shape, (p, q) => p * q));
        torch.maximum(x, y).ToArray<double>().Should().Equal(Loop(a, left, b, right, shape, Math.Max));
        (x < y).ToArray<bool>().Should().Equal(Loop(a, left, b, right, shape, (p, q) => p < q));
    }

    // Some dimensions become 1, and some leading ones go.
    private static long[] Shrunk(RandomStream random, long[] full) =>
        [.. full.Select(size => random.NextInt32(3) == 0 ? 1 : size).Skip(random.NextInt32(full.Length))];

    private static double[] Drawn(RandomStream random, long[] shape) =>
        [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)).Select(_ => random.NextNormal())];

    private static long[] Broadcast(long[] left, long[] right)
    {
        int rank = Math.Max(left.Length, right.Length);
        return [.. Enumerable.Range(0, rank).Select(d => Math.Max(SizeAt(left, d - rank + left.Length), SizeAt(right, d - rank + right.Length)))];
    }

    private static long SizeAt(long[] shape, int dim) => dim < 0 ? 1 : shape[dim];

    private static T[] Loop<T>(double[] a, long[] left, double[] b, long[] right, long[] shape, Func<double, double, T> combine)
    {
        var results = new T[shape.Aggregate(1L, (product, size) => product * size)];
        for (int i = 0; i < results.Length; i++)
            results[i] = combine(a[Position(i, shape, left)], b[Position(i, shape, right)]);
        return results;
    }

    private static long Position(long flat, long[] shape, long[] own)
    {
        long position = 0, step = 1;
        for (int d = shape.Length - 1, o = own.Length - 1; o >= 0; d--, o--)
        {
            long index = flat % shape[d];
            flat /= shape[d];
            position += (own[o] == 1 ? 0 : index) * step;
            step *= own[o];
        }
        return position;
    }
}
