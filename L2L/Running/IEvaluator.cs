namespace L2L;

/// <summary>Runs simulations: in this process, in others, or on a cluster.</summary>
public interface IEvaluator
{
    /// <summary>How many simulations run at once, as far as it is known; in steady state so many individuals are kept under way.</summary>
    int Capacity { get; }

    /// <summary>
    /// Called before a run begins. In a process that was started as a worker of this evaluator it does the worker's work and never returns;
    /// anywhere else it returns at once.
    /// </summary>
    /// <param name="optimizee">The optimizee of the run.</param>
    Task ServeIfAskedAsync(IOptimizee optimizee) => Task.CompletedTask;

    /// <summary>Evaluates individuals. May be called again while an earlier call runs.</summary>
    /// <param name="batch">What is to be evaluated.</param>
    /// <param name="completed">To be called once for each individual as soon as it is done, from any thread; a simulation that fails is a completed one too.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>A task that ends when all are done.</returns>
    Task EvaluateAsync(EvaluationBatch batch, Action<Evaluation> completed, CancellationToken cancellationToken);
}
