using System.Globalization;

namespace L2L;

/// <summary>Runs simulations in this process within their limits.</summary>
internal sealed class LimitedSimulation(EvaluationLimits limits, TimeProvider time)
{
    /// <summary>Runs one simulation, again where it failed and may be tried again.</summary>
    public Evaluation Run(IOptimizee optimizee, EvaluationRequest request, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            Evaluation evaluation = limits.TimeLimit is { } limit
                ? RunWithin(limit, optimizee, request, cancellationToken)
                : Simulation.Run(optimizee, request, time, cancellationToken);
            if (attempt > 1)
                evaluation = evaluation with { Attempts = attempt };
            if (!evaluation.IsFailure || attempt > limits.Retries)
                return evaluation;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The evaluation of an individual whose time is over.</summary>
    public static Evaluation TimedOut(EvaluationRequest request, TimeSpan limit, string remark) => new(request.Individual, default)
    {
        Status = EvaluationStatus.TimedOut,
        Duration = limit,
        Error = string.Create(CultureInfo.InvariantCulture, $"Simulate took longer than {limit.TotalSeconds:0.###} s.{remark}"),
    };

    private Evaluation RunWithin(TimeSpan limit, IOptimizee optimizee, EvaluationRequest request, CancellationToken cancellationToken)
    {
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cancellation.CancelAfter(limit);
        // A thread of its own: one that never comes back must not be missing from the pool.
        Task<Evaluation> simulating = Task.Factory.StartNew(
            () => Simulation.Run(optimizee, request, time, cancellation.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (!simulating.Wait(limit + limits.Grace, cancellationToken))
                return TimedOut(request, limit, " It did not react to its cancellation token; its thread was given up. Worker processes can be ended: use a ProcessEvaluator for simulations that may hang.");
        }
        catch (AggregateException exception) when (exception.InnerException is OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TimedOut(request, limit, "");
        }

        cancellation.Dispose();
        return simulating.Result;
    }
}
