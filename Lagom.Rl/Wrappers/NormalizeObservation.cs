namespace Lagom.Rl;

/// <summary>
/// Standardises observations by running moments: every observation first updates the moments, then becomes
/// (x - mean) / √(variance + 1e-8), clipped. To evaluate, wrap with the moments learned, as constants.
/// </summary>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class NormalizeObservation<TAction> : Wrapper<float[], TAction>
    where TAction : notnull
{
    private readonly double[] _constantMean = [];
    private readonly double[] _constantVariance = [];
    private readonly double[] _numbers;
    private readonly double _clip;

    /// <summary>Wraps an environment, to learn the moments.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="clip">The largest magnitude. Range: positive.</param>
    /// <param name="initialCount">The start count of the moments. Range: positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public NormalizeObservation(IEnvironment<float[], TAction> inner, double clip = 5, double initialCount = 1e-4)
        : this(clip, inner) => Moments = new RunningMeanVar(_numbers.Length, initialCount);

    /// <summary>Wraps an environment, with moments that stay as they are.</summary>
    /// <param name="inner">The environment inside.</param>
    /// <param name="mean">The means.</param>
    /// <param name="variance">The variances, none negative.</param>
    /// <param name="clip">The largest magnitude. Range: positive.</param>
    /// <exception cref="ArgumentException">The lengths are not that of an observation, or a number is out of range.</exception>
    public NormalizeObservation(IEnvironment<float[], TAction> inner, ReadOnlySpan<double> mean, ReadOnlySpan<double> variance, double clip = 5)
        : this(clip, inner)
    {
        if (mean.Length != _numbers.Length || variance.Length != _numbers.Length)
            throw new ArgumentException($"There are {mean.Length} means and {variance.Length} variances; an observation has {_numbers.Length} numbers.", nameof(mean));
        foreach (double number in variance)
        {
            if (!(number >= 0))
                throw new ArgumentException($"A variance is {number}; none may be negative or NaN.", nameof(variance));
        }

        _constantMean = mean.ToArray();
        _constantVariance = variance.ToArray();
    }

    private NormalizeObservation(double clip, IEnvironment<float[], TAction> inner)
        : base(inner, Space(inner, clip), inner.ActionSpace)
    {
        _clip = clip;
        _numbers = new double[ObservationSpace.FlatDimension];
    }

    /// <summary>The running moments, whose state can be saved; null where they are constant.</summary>
    public RunningMeanVar? Moments { get; }

    /// <inheritdoc/>
    public override ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null)
    {
        ResetResult<float[]> result = base.Reset(seed, options);
        return result with { Observation = Normalize(result.Observation) };
    }

    /// <inheritdoc/>
    public override StepResult<float[]> Step(TAction action)
    {
        StepResult<float[]> result = base.Step(action);
        return result with { Observation = Normalize(result.Observation) };
    }

    private float[] Normalize(float[] observation)
    {
        for (int i = 0; i < _numbers.Length; i++)
            _numbers[i] = observation[i];
        Moments?.Add(_numbers);
        RunningMeanVar.Standardize(
            Moments is null ? _constantMean : Moments.Mean, Moments is null ? _constantVariance : Moments.Variance, _numbers, _numbers, _clip);
        return Array.ConvertAll(_numbers, static number => (float)number);
    }

    private static Box Space(IEnvironment<float[], TAction> inner, double clip)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (!(clip > 0))
            throw new ArgumentOutOfRangeException(nameof(clip), clip, "The largest magnitude must be positive.");
        ReadOnlySpan<int> shape = inner.ObservationSpace is Box box ? box.Shape.AsSpan() : [inner.ObservationSpace.FlatDimension];
        return new Box(-(float)clip, (float)clip, shape);
    }
}
