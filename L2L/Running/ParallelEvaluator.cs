namespace L2L;

/// <summary>Runs simulations in this process, several at once.</summary>
public sealed class ParallelEvaluator : IEvaluator
{
    private readonly TimeProvider _time;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="maxDegreeOfParallelism">How many simulations run at once; as many as there are processors where null. Range: at least 1.</param>
    /// <param name="time">The clock that durations are measured with.</param>
    public ParallelEvaluator(int? maxDegreeOfParallelism = null, TimeProvider? time = null)
    {
        OptionCheck.AtLeast(maxDegreeOfParallelism ?? 1, 1, nameof(maxDegreeOfParallelism));
        Capacity = maxDegreeOfParallelism ?? Environment.ProcessorCount;
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public int Capacity { get; }

    /// <inheritdoc/>
    public async Task EvaluateAsync(EvaluationBatch batch, Action<Evaluation> completed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(completed);
        int next = -1;
        int workers = Math.Min(Capacity, batch.Requests.Count);
        if (workers <= 1)
        {
            await Task.Run(Work, cancellationToken).ConfigureAwait(false);
            return;
        }

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(Work, cancellationToken))).ConfigureAwait(false);

        void Work()
        {
            for (int i = Interlocked.Increment(ref next); i < batch.Requests.Count; i = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                completed(Simulation.Run(batch.Optimizee, batch.Requests[i], _time, cancellationToken));
            }
        }
    }
}
