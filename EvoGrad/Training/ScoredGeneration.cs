using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>Any population: the score comes from autograd, part by part, so that the graph of one part exists at a time.</summary>
internal sealed class ScoredGeneration : Generation
{
    private readonly IPopulation _population;

    public ScoredGeneration(IPopulation population, int count, bool isPaired, int threads, long batchBytes)
        : base(population, count, isPaired, threads, batchBytes) => _population = population;

    public override void Evaluate(long seed, Fitness fitness, double[] values, CancellationToken cancellationToken)
    {
        foreach ((IndividualRange range, int first) in Parts(seed))
        {
            using Tensor individuals = _population.Draw(range);
            fitness.Evaluate(individuals, seed, first, values.AsMemory(first, range.Count), Threads, cancellationToken);
        }
    }

    public override void SetGradients(long seed, double[] weights, CancellationToken cancellationToken)
    {
        Tensor[] learnt = [.. _population.Parameters.Values.Where(parameter => parameter.requires_grad)];
        foreach (Tensor parameter in learnt)
            parameter.SetGradient(null);
        foreach ((IndividualRange range, int first) in Parts(seed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            using IDisposable recording = enable_grad();
            Tensor individuals = _population.Draw(range);
            Tensor logProbability = _population.LogProbability(individuals);
            if (logProbability.ndim != 1 || logProbability.shape[0] != range.Count)
            {
                throw new InvalidOperationException(
                    $"{_population.GetType().Name}.LogProbability returned shape [{string.Join(", ", logProbability.shape)}] for {range.Count} individuals; a trainer needs one number for each.");
            }

            if (!logProbability.requires_grad)
            {
                throw new InvalidOperationException(
                    $"{_population.GetType().Name}.LogProbability does not depend on its parameters by operations that autograd records, so it cannot be differentiated.");
            }

            Tensor shares = tensor(weights[first..(first + range.Count)], logProbability.dtype).ToDevice(logProbability.device);
            autograd.backward([(logProbability * shares).sum()], inputs: learnt);
        }
    }

    public override void Dispose()
    {
    }

    private IEnumerable<(IndividualRange Range, int First)> Parts(long seed)
    {
        foreach (int sign in IsPaired ? (int[])[1, -1] : [1])
        {
            for (int row = 0; row < Originals; row += Rows)
                yield return (new IndividualRange(seed, row, Math.Min(Rows, Originals - row), sign), sign > 0 ? row : Originals + row);
        }
    }
}
