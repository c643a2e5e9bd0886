namespace Layg;

/// <summary>When a learner trusts its emulator, when it trains, and how it runs.</summary>
public sealed record LearnerOptions
{
    /// <summary>Which limits count. <value>The default is <see cref="AcceptanceRule.AbsoluteOnly"/>.</value></summary>
    public AcceptanceRule AcceptanceRule { get; set; } = AcceptanceRule.AbsoluteOnly;

    /// <summary>
    /// The predicted error must be below this, in the unit of the function's value. Range: above 0, infinity included.
    /// <value>The default is 0.05.</value>
    /// </summary>
    public double AbsoluteTolerance { get; set; } = 0.05;

    /// <summary>
    /// The mean predicted error that emulated answers may have, in the unit of the function's value. If set, the absolute limit adapts: it is
    /// the largest one, up to <see cref="AbsoluteTolerance"/>, with which the answers since the last training keep the mean within the
    /// budget, and never below the budget itself. Range: above 0, or null for the fixed limit. <value>The default is null.</value>
    /// </summary>
    public double? MeanErrorBudget { get; set; }

    /// <summary>
    /// The predicted error must be below this share of every component of the value. Ignored by
    /// <see cref="AcceptanceRule.AbsoluteOnly"/>. Range: above 0, infinity included. <value>The default is 1.</value>
    /// </summary>
    public double FractionalTolerance { get; set; } = 1.0;

    /// <summary>
    /// Components smaller than this count as this large in the fractional test, so that a value near zero can pass it. Range: at least 0.
    /// <value>The default is 0.</value>
    /// </summary>
    public double FractionalScale { get; set; }

    /// <summary>How many points are learnt before the first training. Range: at least 1. <value>The default is 1000.</value></summary>
    public int InitialTrainingThreshold { get; set; } = 1000;

    /// <summary>
    /// Training is repeated when the number of points has grown by this factor since the last one. Range: above 1, infinity (never
    /// again) included. <value>The default is 1.5.</value>
    /// </summary>
    public double RetrainGrowth { get; set; } = 1.5;

    /// <summary>Where the error model gets its residuals. <value>The default is <see cref="CalibrationScheme.LeaveOneOut"/>.</value></summary>
    public CalibrationScheme Calibration { get; set; } = CalibrationScheme.LeaveOneOut;

    /// <summary>
    /// The share of the points held out for the error model, where any are. Range: 0 to 1, both excluded.
    /// <value>The default is 0.5.</value>
    /// </summary>
    public double CalibrationFraction { get; set; } = 0.5;

    /// <summary>
    /// Whether a point can predict right after its exact evaluation, without waiting for the next training, where the emulator is an
    /// <see cref="IIncrementalEmulator"/>. <value>The default is true.</value>
    /// </summary>
    public bool IncrementalInsertion { get; set; } = true;

    /// <summary>
    /// Whether an input seen before is answered from memory. If not, repeats are evaluated and learnt again.
    /// <value>The default is true.</value>
    /// </summary>
    public bool RememberInputs { get; set; } = true;

    /// <summary>
    /// Whether training runs on a thread of its own. If not, the call that reached the threshold trains before it returns. Either way
    /// other calls are answered meanwhile, by what was there before. <value>The default is false.</value>
    /// </summary>
    public bool BackgroundTraining { get; set; }

    /// <summary>
    /// Threads that one training or one <see cref="Learner.EvaluateBatch"/> may use. Above 1 the true function is called from several
    /// threads at once. Results do not depend on it. Range: at least 1. <value>The default is 1.</value>
    /// </summary>
    public int MaxDegreeOfParallelism { get; set; } = 1;

    /// <summary>
    /// How many evaluations of the true function may run at once, over all callers; further ones wait. Range: at least 1, or null for
    /// no limit. <value>The default is null.</value>
    /// </summary>
    public int? MaxConcurrentExact { get; set; }

    /// <summary>
    /// The share of acceptable emulated answers that are compared with the true function, which then answers instead. Where the true
    /// errors turn out larger than predicted, the predicted ones are raised until the next training. Range: 0 to 1, 1 excluded.
    /// <value>The default is 0.</value>
    /// </summary>
    public double AuditProbability { get; set; }

    /// <summary>
    /// The share of true errors that audits expect within the predicted ones. Range: 0 to 1, both excluded.
    /// <value>The default is 0.9545, two standard deviations.</value>
    /// </summary>
    public double AuditLevel { get; set; } = 0.9545;

    /// <summary>The seed of every random choice. <value>The default is 0.</value></summary>
    public long Seed { get; set; }

    /// <summary>
    /// The behaviour of the Python package layg 0.0.1: both limits, half of the points held out and never used for prediction,
    /// no incremental insertion, no memory of inputs. Counts and training times then equal the original's.
    /// </summary>
    public static LearnerOptions Original => new()
    {
        AcceptanceRule = AcceptanceRule.Both,
        Calibration = CalibrationScheme.HeldOut,
        CalibrationFraction = 0.5,
        RetrainGrowth = 1.5,
        IncrementalInsertion = false,
        RememberInputs = false,
    };

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">One or more options are out of range; the message lists them all.</exception>
    public void Validate()
    {
        var errors = Errors().ToList();
        if (errors.Count > 0)
            throw new ArgumentException($"Invalid {nameof(LearnerOptions)}:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
    }

    internal IEnumerable<string> Errors()
    {
        if (!Enum.IsDefined(AcceptanceRule))
            yield return $"{nameof(AcceptanceRule)} is {AcceptanceRule}; allowed: {string.Join(", ", Enum.GetNames<AcceptanceRule>())}.";
        if (!Enum.IsDefined(Calibration))
            yield return $"{nameof(Calibration)} is {Calibration}; allowed: {string.Join(", ", Enum.GetNames<CalibrationScheme>())}.";
        if (!(AbsoluteTolerance > 0))
            yield return $"{nameof(AbsoluteTolerance)} is {AbsoluteTolerance}; it must be above 0.";
        if (MeanErrorBudget is { } budget && !(budget > 0))
            yield return $"{nameof(MeanErrorBudget)} is {budget}; it must be above 0, or null.";
        if (!(FractionalTolerance > 0))
            yield return $"{nameof(FractionalTolerance)} is {FractionalTolerance}; it must be above 0.";
        if (!(FractionalScale >= 0))
            yield return $"{nameof(FractionalScale)} is {FractionalScale}; it must be at least 0.";
        if (InitialTrainingThreshold < 1)
            yield return $"{nameof(InitialTrainingThreshold)} is {InitialTrainingThreshold}; it must be at least 1.";
        if (!(RetrainGrowth > 1))
            yield return $"{nameof(RetrainGrowth)} is {RetrainGrowth}; it must be above 1.";
        if (CalibrationFraction is not (> 0 and < 1))
            yield return $"{nameof(CalibrationFraction)} is {CalibrationFraction}; it must lie between 0 and 1.";
        if (AuditProbability is not (>= 0 and < 1))
            yield return $"{nameof(AuditProbability)} is {AuditProbability}; it must be at least 0 and below 1.";
        if (AuditLevel is not (> 0 and < 1))
            yield return $"{nameof(AuditLevel)} is {AuditLevel}; it must lie between 0 and 1.";
        if (MaxDegreeOfParallelism < 1)
            yield return $"{nameof(MaxDegreeOfParallelism)} is {MaxDegreeOfParallelism}; it must be at least 1.";
        if (MaxConcurrentExact < 1)
            yield return $"{nameof(MaxConcurrentExact)} is {MaxConcurrentExact}; it must be at least 1, or null.";
    }
}
