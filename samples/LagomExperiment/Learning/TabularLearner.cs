using Lagom.Rl;

namespace LagomExperiment.Learning;

/// <summary>Learns the values of actions in numbered states by temporal differences, exploring with a fixed probability.</summary>
/// <remarks><b>Source:</b> Sutton and Barto (2018), "Reinforcement learning", chapter 6.</remarks>
internal sealed class TabularLearner(int states, int actions, TabularMethod method, double rate, double discount, double exploration, RandomStream random)
{
    private readonly double[] _values = new double[states * actions];

    /// <summary>Plays an episode and learns from each step.</summary>
    /// <returns>The episode's return, not discounted.</returns>
    public double LearnEpisode(IEnvironment<int, int> environment)
    {
        int state = environment.Reset().Observation;
        int action = Explore(state);
        double sum = 0;
        while (true)
        {
            StepResult<int> step = environment.Step(action);
            sum += step.Reward;
            int next = Explore(step.Observation);
            double future = step.Terminated ? 0 : Future(step.Observation, next);
            ref double value = ref _values[state * actions + action];
            value += rate * (step.Reward + discount * future - value);
            if (step.IsOver)
                return sum;
            (state, action) = (step.Observation, next);
        }
    }

    /// <summary>Plays an episode with the best actions, without learning.</summary>
    /// <returns>The episode's return, not discounted.</returns>
    public double PlayGreedily(IEnvironment<int, int> environment)
    {
        int state = environment.Reset().Observation;
        double sum = 0;
        while (true)
        {
            StepResult<int> step = environment.Step(Best(state));
            sum += step.Reward;
            if (step.IsOver)
                return sum;
            state = step.Observation;
        }
    }

    private double Future(int state, int next) => method switch
    {
        TabularMethod.QLearning => Row(state)[Best(state)],
        TabularMethod.Sarsa => Row(state)[next],
        _ => (1 - exploration) * Row(state)[Best(state)] + exploration * Mean(Row(state)),
    };

    private int Explore(int state) => random.NextDouble() < exploration ? random.NextInt32(actions) : Best(state);

    // Of several best actions one is drawn, so that a table of zeros explores.
    private int Best(int state)
    {
        ReadOnlySpan<double> row = Row(state);
        int best = 0;
        int ties = 1;
        for (int action = 1; action < row.Length; action++)
        {
            if (row[action] > row[best])
                (best, ties) = (action, 1);
            else if (row[action] == row[best] && random.NextInt32(++ties) == 0)
                best = action;
        }

        return best;
    }

    private Span<double> Row(int state) => _values.AsSpan(state * actions, actions);

    private static double Mean(ReadOnlySpan<double> row)
    {
        double sum = 0;
        foreach (double value in row)
            sum += value;
        return sum / row.Length;
    }
}
