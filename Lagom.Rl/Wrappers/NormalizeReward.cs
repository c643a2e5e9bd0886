namespace Lagom.Rl;

/// <summary>
/// Divides rewards by the running standard deviation of the discounted return: ret ← r + γ ret updates the variance, then the reward
/// becomes r / √(variance + 1e-8), clipped. The return is zeroed after an episode and by a reset; the variance is never.
/// </summary>
/// <typeparam name="TObservation">The type of the observations.</typeparam>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class NormalizeReward<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly double _clip;
    private readonly double _gamma;
    private readonly double _constantVariance;

    /// <summary>Wraps an environment, to learn the variance.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="clip">The largest magnitude. Range: positive.</param>
    /// <param name="gamma">The discount. Range: (0, 1).</param>
    /// <param name="initialCount">The start count of the variance. Range: positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public NormalizeReward(IEnvironment<TObservation, TAction> inner, double clip = 10, double gamma = 0.99, double initialCount = 1e-4)
        : base(inner)
    {
        if (gamma is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "The discount must be above 0 and below 1.");
        _clip = Checked(clip);
        _gamma = gamma;
        Moments = new RunningMeanVar(1, initialCount);
    }

    private NormalizeReward(double variance, double clip, IEnvironment<TObservation, TAction> inner)
        : base(inner)
    {
        if (!(variance >= 0))
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "The variance must not be negative.");
        _clip = Checked(clip);
        _constantVariance = variance;
    }

    /// <summary>The moments of the return, whose state can be saved; null where the variance is constant.</summary>
    public RunningMeanVar? Moments { get; }

    /// <summary>The discounted return of the present episode; stays 0 where the variance is constant.</summary>
    public double RunningReturn { get; private set; }

    /// <summary>Wraps an environment, with a variance that stays as it is: to evaluate.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="variance">The variance. Range: at least 0.</param>
    /// <param name="clip">The largest magnitude. Range: positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static NormalizeReward<TObservation, TAction> WithConstantVariance(IEnvironment<TObservation, TAction> inner, double variance, double clip = 10) =>
        new(variance, clip, inner);

    /// <inheritdoc/>
    public override ResetResult<TObservation> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<TObservation> result = base.Reset(seed, options);
        RunningReturn = 0;
        return result;
    }

    /// <inheritdoc/>
    public override StepResult<TObservation> Step(TAction action)
    {
        StepResult<TObservation> result = base.Step(action);
        if (Moments is not null)
        {
            RunningReturn = result.Reward + _gamma * RunningReturn;
            Moments.Add(RunningReturn);
            if (result.IsOver)
                RunningReturn = 0;
        }

        double variance = Moments is null ? _constantVariance : Moments.Variance[0];
        return result with { Reward = Math.Clamp(result.Reward / Math.Sqrt(variance + 1e-8), -_clip, _clip) };
    }

    private static double Checked(double clip) =>
        clip > 0 ? clip : throw new ArgumentOutOfRangeException(nameof(clip), clip, "The largest magnitude must be positive.");
}
