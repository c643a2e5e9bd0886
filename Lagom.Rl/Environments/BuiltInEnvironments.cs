namespace Lagom.Rl;

/// <summary>The environments of this package by id, a line each.</summary>
internal static class BuiltInEnvironments
{
    public static void AddTo(EnvironmentRegistry registry)
    {
        registry.Add(new("CartPole-v1") { MaxEpisodeSteps = 500, RewardThreshold = 475 }, () => new CartPole(), options => new CartPoleBatch(options));
        registry.Add(new("MountainCar-v0") { MaxEpisodeSteps = 200, RewardThreshold = -110 }, () => new MountainCar(), options => new MountainCarBatch(options));
        registry.Add(new("MountainCarContinuous-v0") { MaxEpisodeSteps = 999, RewardThreshold = 90 }, () => new MountainCarContinuous(), options => new MountainCarContinuousBatch(options));
        registry.Add(new("Pendulum-v1") { MaxEpisodeSteps = 200 }, () => new Pendulum(), options => new PendulumBatch(options));
        registry.Add(new("Acrobot-v1") { MaxEpisodeSteps = 500, RewardThreshold = -100 }, () => new Acrobot(), options => new AcrobotBatch(options));
        registry.Add(new("FrozenLake-v1") { MaxEpisodeSteps = 100, RewardThreshold = 0.7 }, () => new FrozenLake());
        registry.Add(new("FrozenLake8x8-v1") { MaxEpisodeSteps = 200, RewardThreshold = 0.85 }, () => new FrozenLake(FrozenLake.LargeMap));
        registry.Add(new("CliffWalking-v1"), () => new CliffWalking());
        registry.Add(new("CliffWalkingSlippery-v1"), () => new CliffWalking(isSlippery: true));
        registry.Add(new("Taxi-v3") { MaxEpisodeSteps = 200, RewardThreshold = 8 }, () => new Taxi());
        registry.Add(new("Blackjack-v1"), () => new Blackjack());
        registry.Add(new("GridWorld-v0") { MaxEpisodeSteps = 100 }, () => new GridWorld());
        registry.Add(new("LinearQuadratic-v0") { MaxEpisodeSteps = 200 }, () => new LinearQuadratic());
        registry.Add(new("Bandit-v0"), () => new Bandit());
    }
}
