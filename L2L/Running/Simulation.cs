namespace L2L;

/// <summary>Runs one simulation and catches what it throws. Evaluators use it, in this process or in a worker.</summary>
public static class Simulation
{
    /// <summary>Runs a simulation.</summary>
    /// <param name="optimizee">The optimizee.</param>
    /// <param name="request">What is to be evaluated.</param>
    /// <param name="time">The clock that the duration is measured with.</param>
    /// <param name="cancellationToken">Cancels the simulation.</param>
    /// <returns>The evaluation; a failed one where the simulation threw.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Evaluation Run(IOptimizee optimizee, EvaluationRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(optimizee);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        long start = time.GetTimestamp();
        var context = new SimulationContext(request);
        try
        {
            FitnessVector fitness = optimizee.Simulate(request.Individual.Parameters, context, cancellationToken);
            return new Evaluation(request.Individual, fitness)
            {
                Status = context.ShouldStop ? EvaluationStatus.Pruned : EvaluationStatus.Succeeded,
                Duration = time.GetElapsedTime(start),
                Reports = context.Reports,
                Checkpoint = context.NextCheckpoint,
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new Evaluation(request.Individual, default)
            {
                Status = EvaluationStatus.Failed,
                Duration = time.GetElapsedTime(start),
                Error = $"{failure.GetType().FullName}: {failure.Message}",
                Exception = failure,
                Reports = context.Reports,
            };
        }
    }
}
