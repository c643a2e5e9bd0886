using System.Globalization;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>What acts and learns: a module whose networks are saved and loaded with it, together with the count of steps it was trained on.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public abstract class Agent<TObservation, TAction> : nn.Module
    where TObservation : notnull
    where TAction : notnull
{
    private readonly StepCount _trained = new();

    /// <summary>Makes the agent.</summary>
    /// <param name="name">Its name.</param>
    protected Agent(string name)
        : base(name) => add_module("trained", _trained);

    /// <summary>How many environment steps it was trained on; part of its state.</summary>
    public long TrainedSteps
    {
        get => _trained.Steps.item<long>();
        set => _trained.Steps.fill_(value);
    }

    /// <summary>Chooses an action. A recurrent agent forgets at a first time step that is no continuation, and remembers this one.</summary>
    /// <param name="step">The moment.</param>
    /// <param name="mode">What the action is chosen for.</param>
    public abstract AgentAction<TAction> ChooseAction(TimeStep<TObservation> step, ActionMode mode);

    /// <summary>Chooses an action in each of several environments, which keep their places from call to call; recurrent agents override it.</summary>
    /// <param name="steps">The moments.</param>
    /// <param name="mode">What the actions are chosen for.</param>
    public virtual IReadOnlyList<AgentAction<TAction>> ChooseActions(IReadOnlyList<TimeStep<TObservation>> steps, ActionMode mode)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return [.. steps.Select(step => ChooseAction(step, mode))];
    }

    /// <summary>What the agent has to say of the last moment of a trajectory, its value "V" say, without acting: nothing is drawn, and a recurrent agent does not move on.</summary>
    /// <param name="step">The moment.</param>
    /// <param name="place">Which of several environments it is of; 0 for a single one.</param>
    public virtual IReadOnlyDictionary<string, object> Assess(TimeStep<TObservation> step, int place = 0) => StepInfo.None;

    /// <summary>Learns from trajectories.</summary>
    /// <param name="trajectories">The trajectories.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Named figures of the learning.</returns>
    public abstract IReadOnlyDictionary<string, double> Learn(
        IReadOnlyList<Trajectory<TObservation, TAction>> trajectories, CancellationToken cancellationToken = default);

    /// <summary>Saves the agent's state to "agent_{iteration}.safetensors" in a folder.</summary>
    /// <param name="folder">The folder; it must exist.</param>
    /// <param name="iteration">The number in the file's name.</param>
    /// <returns>The file.</returns>
    public string Checkpoint(string folder, long iteration)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"agent_{iteration}.safetensors"));
        this.SaveSafetensors(path);
        return path;
    }
}
