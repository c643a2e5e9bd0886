using Lagom.Rl;

namespace L2LExperiments.Optimizees;

/// <summary>
/// Reinforcement learning as an optimizee: the individual is a linear policy for the cart-pole, its fitness the mean number of steps, at most
/// 500, that it balances the pole in some episodes.
/// </summary>
internal sealed class CartPoleOptimizee(int episodes = 5) : Optimizee<CartPolePolicy>(ParameterRecord.Space<CartPolePolicy>())
{
    private const int LongestEpisode = 500;

    public override FitnessVector Simulate(CartPolePolicy parameters, SimulationContext context, CancellationToken cancellationToken)
    {
        var environment = new CartPole();
        Span<float> observation = stackalloc float[environment.ObservationSize];
        double steps = 0;
        for (int episode = 0; episode < episodes; episode++)
        {
            environment.Reset(observation, seed: context.Random.NextInt32(int.MaxValue));
            for (int step = 0; step < LongestEpisode; step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                steps++;
                if (environment.Step(parameters.Act(observation), observation).Terminated)
                    break;
            }
        }

        return steps / episodes;
    }
}
