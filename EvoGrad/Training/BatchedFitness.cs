using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

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

        Tensor numbers = values.is_cpu() && values.is_contiguous() ? values : values.cpu().contiguous();
        if (numbers.dtype == ScalarType.Float32)
        {
            TensorPrimitives.ConvertTruncating((ReadOnlySpan<float>)MemoryMarshal.Cast<byte, float>(numbers.bytes), fitness.Span);
            return;
        }

        numbers.type(ScalarType.Float64).ToArray<double>().CopyTo(fitness);
    }
}
