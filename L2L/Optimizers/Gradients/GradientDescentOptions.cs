namespace L2L;

/// <summary>Options of <see cref="GradientDescent"/>.</summary>
public sealed record GradientDescentOptions : OptimizerOptions
{
    /// <summary>How the gradient becomes a step.</summary>
    public GradientRule Rule { get; init; } = GradientRule.RmsProp;

    /// <summary>The learning rate. Range: positive.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>The standard deviation of the random steps to the neighbours. Range: positive.</summary>
    public double ExplorationStep { get; init; } = 0.01;

    /// <summary>How many neighbours are tried. Range: at least 1.</summary>
    public int RandomSteps { get; init; } = 5;

    /// <summary>The standard deviation of the gradient's noise (stochastic rule). Range: not negative.</summary>
    public double StochasticDeviation { get; init; } = 1;

    /// <summary>What the noise is multiplied with at each step (stochastic rule). Range: [0, 1].</summary>
    public double StochasticDecay { get; init; } = 0.99;

    /// <summary>The decay of the gradient's average (Adam, AdaMax). Range: [0, 1).</summary>
    public double FirstOrderDecay { get; init; } = 0.8;

    /// <summary>The decay of the squared gradient's average (Adam) or largest value (AdaMax). Range: [0, 1).</summary>
    public double SecondOrderDecay { get; init; } = 0.8;

    /// <summary>The decay of the squared gradient's average (RMSProp). Range: [0, 1).</summary>
    public double MomentumDecay { get; init; } = 0.5;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        OptionCheck.Positive(LearningRate, nameof(LearningRate));
        OptionCheck.Positive(ExplorationStep, nameof(ExplorationStep));
        OptionCheck.AtLeast(RandomSteps, 1, nameof(RandomSteps));
        OptionCheck.NotNegative(StochasticDeviation, nameof(StochasticDeviation));
        OptionCheck.Fraction(StochasticDecay, nameof(StochasticDecay));
        OptionCheck.Require(FirstOrderDecay is >= 0 and < 1, nameof(FirstOrderDecay), FirstOrderDecay, "in [0, 1)");
        OptionCheck.Require(SecondOrderDecay is >= 0 and < 1, nameof(SecondOrderDecay), SecondOrderDecay, "in [0, 1)");
        OptionCheck.Require(MomentumDecay is >= 0 and < 1, nameof(MomentumDecay), MomentumDecay, "in [0, 1)");
        OptionCheck.Require(Enum.IsDefined(Rule), nameof(Rule), Rule, "one of " + string.Join(", ", Enum.GetNames<GradientRule>()));
    }
}
