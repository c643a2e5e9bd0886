namespace L2L;

/// <summary>Runs simulations in this process, several at once.</summary>
public sealed class ParallelEvaluator : IEvaluator
{
    private readonly LimitedSimulation _simulation;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="maxDegreeOfParallelism">How many simulations run at once; as many as there are processors where null. Range: at least 1.</param>
    /// <param name="time">The clock that durations are measured with.</param>
    /// <param name="limits">What is done about simulations that take too long or fail; null for no limits and no second try.</param>
    /// <exception cref="ArgumentException">A limit is beyond its range.</exception>
    public ParallelEvaluator(int? maxDegreeOfParallelism = null, TimeProvider? time = null, EvaluationLimits? limits = null)
    {
        OptionCheck.AtLeast(maxDegreeOfParallelism ?? 1, 1, nameof(maxDegreeOfParallelism));
        limits ??= new EvaluationLimits();
        limits.Validate();
        Capacity = maxDegreeOfParallelism ?? Environment.ProcessorCount;
        _simulation = new LimitedSimulation(limits, time ?? TimeProvider.System);
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
            await Task.Run(() => Work(cancellationToken), cancellationToken).ConfigureAwait(false);
            return;
        }

        // Where a result cannot be taken, as on a full disk, the others are in vain.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken token = stop.Token;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkOrStop, token))).ConfigureAwait(false);

        void WorkOrStop()
        {
            try
            {
                Work(token);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }

        void Work(CancellationToken ending)
        {
            for (int i = Interlocked.Increment(ref next); i < batch.Requests.Count; i = Interlocked.Increment(ref next))
            {
                ending.ThrowIfCancellationRequested();
                completed(_simulation.Run(batch.Optimizee, batch.Requests[i], ending));
            }
        }
    }
}
