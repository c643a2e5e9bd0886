using System.Numerics.Tensors;

namespace Lagom.Rl;

/// <summary>The steps that many copies of an environment made together, in flat memory: arrays are [steps, environments, …], row-major.</summary>
public sealed class RolloutBuffer
{
    /// <summary>Makes a buffer.</summary>
    /// <param name="steps">How many steps every copy makes. Range: at least 1.</param>
    /// <param name="environments">How many copies. Range: at least 1.</param>
    /// <param name="observationSize">How many numbers an observation has. Range: at least 1.</param>
    /// <param name="actionSize">How many numbers an action has; 1 for a choice. Range: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public RolloutBuffer(int steps, int environments, int observationSize, int actionSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(environments, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(actionSize, 1);
        (Steps, Environments, ObservationSize, ActionSize) = (steps, environments, observationSize, actionSize);
        int count = checked(steps * environments);
        Observations = new float[checked(count * observationSize)];
        Actions = new float[checked(count * actionSize)];
        LogProbabilities = new float[count];
        Values = new float[count + environments];
        FinalValues = new float[count];
        Rewards = new float[count];
        Terminated = new bool[count];
        Truncated = new bool[count];
        IsFirst = new bool[count];
        Advantages = new float[count];
        Returns = new float[count];
    }

    /// <summary>How many steps every copy makes.</summary>
    public int Steps { get; }

    /// <summary>How many copies.</summary>
    public int Environments { get; }

    /// <summary>How many numbers an observation has.</summary>
    public int ObservationSize { get; }

    /// <summary>How many numbers an action has; 1 for a choice.</summary>
    public int ActionSize { get; }

    /// <summary>How many steps there are in all.</summary>
    public int Count => Steps * Environments;

    /// <summary>What was seen before each step, as the networks saw it [steps, environments, observation].</summary>
    public float[] Observations { get; }

    /// <summary>The actions, before they were clipped to their bounds [steps, environments, action].</summary>
    public float[] Actions { get; }

    /// <summary>The logarithms of the actions' probabilities [steps, environments].</summary>
    public float[] LogProbabilities { get; }

    /// <summary>The values of what was seen, and as a last row of what is seen after the last step [steps + 1, environments].</summary>
    public float[] Values { get; }

    /// <summary>The values of final observations, where a step was truncated [steps, environments].</summary>
    public float[] FinalValues { get; }

    /// <summary>The rewards that are learnt from [steps, environments].</summary>
    public float[] Rewards { get; }

    /// <summary>Whether the task ended with the step [steps, environments].</summary>
    public bool[] Terminated { get; }

    /// <summary>Whether the episode was cut after the step [steps, environments].</summary>
    public bool[] Truncated { get; }

    /// <summary>Whether an episode began before the step [steps, environments].</summary>
    public bool[] IsFirst { get; }

    /// <summary>The advantages [steps, environments].</summary>
    public float[] Advantages { get; }

    /// <summary>The targets of the values [steps, environments].</summary>
    public float[] Returns { get; }

    /// <summary>Computes <see cref="Advantages"/> by GAE, and <see cref="Returns"/> as advantages plus values.</summary>
    /// <param name="gamma">The discount γ. Range: [0, 1].</param>
    /// <param name="lambda">The weight λ of later errors. Range: [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A factor is out of range.</exception>
    public void EstimateAdvantages(double gamma, double lambda)
    {
        BatchedEstimators.GeneralizedAdvantage(gamma, lambda, Rewards, Values, FinalValues, Terminated, Truncated, Environments, Advantages);
        TensorPrimitives.Add(Advantages, Values.AsSpan(0, Count), Returns);
    }
}
