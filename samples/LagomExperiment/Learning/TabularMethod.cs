namespace LagomExperiment.Learning;

/// <summary>Which value of the next state a tabular learner learns from.</summary>
internal enum TabularMethod
{
    /// <summary>That of the best action.</summary>
    QLearning,

    /// <summary>That of the action taken next.</summary>
    Sarsa,

    /// <summary>The mean over the actions that might be taken next.</summary>
    ExpectedSarsa,
}
