namespace L2L;

/// <summary>Runs simulations: in this process, in others, or on a cluster.</summary>
public interface IEvaluator
{
    /// <summary>How many simulations run at once, as far as it is known; in steady state so many individuals are kept under way.</summary>
    int Capacity { get; }

    /// <summary>Evaluates individuals. May be called again while an earlier call runs.</summary>
    /// <param name="batch">What is to be evaluated.</param>
    /// <param name="completed">To be called once for each individual as soon as it is done, from any thread; a simulation that fails is a completed one too.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>A task that ends when all are done.</returns>
    Task EvaluateAsync(EvaluationBatch batch, Action<Evaluation> completed, CancellationToken cancellationToken);
}
