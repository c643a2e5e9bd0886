using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

internal sealed class ParallelFitness(IndividualFitness function) : Fitness
{
    internal override void Evaluate(Tensor individuals, long seed, int first, Memory<double> fitness, int threads, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor numbers = individuals.detach().cpu().type(ScalarType.Float64).contiguous();
        var streams = new RandomStream(seed);
        int count = fitness.Length;
        (int Individual, ExceptionDispatchInfo Failure)? failed = null;
        var gate = new Lock();
        // Not Parallel.For's own handling of exceptions: the caller's shall pass unwrapped, and the same one whatever the threads.
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, (i, state) =>
        {
            if (cancellationToken.IsCancellationRequested || state.ShouldExitCurrentIteration)
                return;

            try
            {
                ReadOnlySpan<double> all = MemoryMarshal.Cast<byte, double>(numbers.bytes);
                int length = all.Length / count;
                fitness.Span[i] = function(all.Slice(i * length, length), streams.Split("fitness", first + i));
            }
            catch (Exception exception)
            {
                lock (gate)
                {
                    if (failed is null || i < failed.Value.Individual)
                        failed = (i, ExceptionDispatchInfo.Capture(exception));
                }

                // Those before it still run, so that the first failure is the one that is reported.
                state.Break();
            }
        });
        failed?.Failure.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
