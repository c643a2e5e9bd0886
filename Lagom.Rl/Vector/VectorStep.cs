namespace Lagom.Rl;

/// <summary>What a step, or a reset, of a vector of environments led to; every array has an element per environment.</summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
public sealed class VectorStep<TObservation>
{
    internal VectorStep(int count)
    {
        Observations = new TObservation[count];
        Rewards = new double[count];
        Terminated = new bool[count];
        Truncated = new bool[count];
        Infos = new IReadOnlyDictionary<string, object>[count];
        Infos.AsSpan().Fill(StepInfo.None);
        FinalObservations = new TObservation?[count];
        HasFinalObservation = new bool[count];
        FinalInfos = new IReadOnlyDictionary<string, object>?[count];
        WasReset = new bool[count];
    }

    /// <summary>What is seen now.</summary>
    public TObservation[] Observations { get; }

    /// <summary>The rewards; 0 where an episode began, NaN where an environment threw.</summary>
    public double[] Rewards { get; }

    /// <summary>Whether the task itself ended.</summary>
    public bool[] Terminated { get; }

    /// <summary>Whether the episode was cut; also where an environment threw.</summary>
    public bool[] Truncated { get; }

    /// <summary>What else the environments tell.</summary>
    public IReadOnlyDictionary<string, object>[] Infos { get; }

    /// <summary>The last observation of the episode that ended, where <see cref="HasFinalObservation"/> says so.</summary>
    public TObservation?[] FinalObservations { get; }

    /// <summary>Whether the episode ended in this step and the next began in it: <see cref="AutoresetMode.SameStep"/>.</summary>
    public bool[] HasFinalObservation { get; }

    /// <summary>What else was told with the final observations.</summary>
    public IReadOnlyDictionary<string, object>?[] FinalInfos { get; }

    /// <summary>Whether this call began an episode without a step: after a reset, and in <see cref="AutoresetMode.NextStep"/> after an end.</summary>
    public bool[] WasReset { get; }
}
