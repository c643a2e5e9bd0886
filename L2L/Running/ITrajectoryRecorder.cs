namespace L2L;

/// <summary>Records a run while it goes on. Calls come one at a time, never two at once.</summary>
public interface ITrajectoryRecorder
{
    /// <summary>The run begins, or goes on.</summary>
    /// <param name="trajectory">The trajectory, with all parameters in it.</param>
    /// <param name="state">Where the run starts from.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    ValueTask StartedAsync(Trajectory trajectory, ExperimentState state, CancellationToken cancellationToken);

    /// <summary>A population is going to be evaluated. Not called in steady state.</summary>
    /// <param name="population">The population.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    ValueTask PopulationAsync(Population population, CancellationToken cancellationToken);

    /// <summary>An individual was evaluated; the failure policy has not seen it yet. Called in the order in which they finish.</summary>
    /// <param name="evaluation">The evaluation.</param>
    void Evaluated(Evaluation evaluation);

    /// <summary>
    /// A generation is done and the optimizer has learned from it. In steady state: as many evaluations as make a generation, in the order in
    /// which the optimizer was told them.
    /// </summary>
    /// <param name="generation">The generation.</param>
    /// <param name="state">From where a run that is resumed goes on.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    ValueTask GenerationAsync(Generation generation, ExperimentState state, CancellationToken cancellationToken);

    /// <summary>The search is over; the results are in the trajectory.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    ValueTask EndedAsync(ExperimentResult result, CancellationToken cancellationToken);
}
