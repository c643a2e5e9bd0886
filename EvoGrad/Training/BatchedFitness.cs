using System.Runtime.InteropServices;
using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

internal sealed class BatchedFitness(Func<Tensor, Tensor> function) : Fitness
{
    internal override void Evaluate(Tensor individuals, long seed, int first, Memory<double> fitness, int threads, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor values = function(individuals) ?? throw new InvalidOperationException("The fitness function returned null.");
        long[] shape = values.shape;
        if (shape.Length != 1 || shape[0] != fitness.Length)
        {
            throw new InvalidOperationException(
                $"The fitness function returned shape [{string.Join(", ", shape)}] for {fitness.Length} individuals; it must be [{fitness.Length}], a number for each.");
        }

        Tensor numbers = values.detach().cpu().contiguous();
        if (numbers.dtype == ScalarType.Float32)
        {
            ReadOnlySpan<float> single = MemoryMarshal.Cast<byte, float>(numbers.bytes);
            for (int i = 0; i < single.Length; i++)
                fitness.Span[i] = single[i];
            return;
        }

        numbers.type(ScalarType.Float64).ToArray<double>().CopyTo(fitness);
    }
}
