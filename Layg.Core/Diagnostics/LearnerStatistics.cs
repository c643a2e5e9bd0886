namespace Layg;

/// <summary>What a learner did so far. The counts of one instance fit together once no call is running.</summary>
public sealed record LearnerStatistics
{
    /// <summary>Calls answered: <see cref="Exact"/> + <see cref="Emulated"/> + <see cref="Known"/>.</summary>
    public long Calls => Exact + Emulated + Known;

    /// <summary>Calls answered by the true function.</summary>
    public long Exact { get; init; }

    /// <summary>Calls answered by the emulator.</summary>
    public long Emulated { get; init; }

    /// <summary>Calls answered from memory, because the same input was evaluated before.</summary>
    public long Known { get; init; }

    /// <summary>Exact calls whose emulated value was refused: the sum of the three reasons below.</summary>
    public long Refused => RefusedByError + RefusedByDomain + RefusedNotFinite;

    /// <summary>Emulated values refused because the predicted error was too large.</summary>
    public long RefusedByError { get; init; }

    /// <summary>Inputs refused because the emulator had no basis for a prediction there.</summary>
    public long RefusedByDomain { get; init; }

    /// <summary>Emulated values refused because the value or its error was NaN or infinite.</summary>
    public long RefusedNotFinite { get; init; }

    /// <summary>Exact calls whose emulated value was acceptable and was compared with the true one.</summary>
    public long Audited { get; init; }

    /// <summary>Audited calls whose true error was within the predicted one.</summary>
    public long AuditsCovered { get; init; }

    /// <summary>Share of audited calls whose true error was within the predicted one; NaN without any.</summary>
    public double AuditCoverage => Audited == 0 ? double.NaN : (double)AuditsCovered / Audited;

    /// <summary>The absolute limit in force: the fixed one, or the one that keeps <see cref="LearnerOptions.MeanErrorBudget"/>.</summary>
    public double Tolerance { get; init; }

    /// <summary>What predicted errors are multiplied with since audits found them too small; 1 where they did not.</summary>
    public double ErrorInflation { get; init; } = 1;

    /// <summary>Evaluations of the true function that threw. They are no calls answered.</summary>
    public long Failed { get; init; }

    /// <summary>Exact values with a NaN or an infinity: returned, but never learnt.</summary>
    public long NotLearnable { get; init; }

    /// <summary>Points learnt.</summary>
    public int Points { get; init; }

    /// <summary>Points whose input came again with another value; their mean is kept.</summary>
    public int NoisyPoints { get; init; }

    /// <summary>Trainings that gave an emulator.</summary>
    public int Trainings { get; init; }

    /// <summary>Trainings that the points did not suffice for, or that threw.</summary>
    public int FailedTrainings { get; init; }

    /// <summary>Points in the last training that gave an emulator; 0 before the first.</summary>
    public int LastTrainingSize { get; init; }

    /// <summary>Seconds spent in the true function, summed over threads.</summary>
    public double ExactSeconds { get; init; }

    /// <summary>Seconds spent on emulated answers, summed over threads.</summary>
    public double EmulatedSeconds { get; init; }

    /// <summary>Seconds spent training.</summary>
    public double TrainingSeconds { get; init; }

    /// <summary>Mean predicted error of the emulated answers; NaN without any.</summary>
    public double MeanError { get; init; } = double.NaN;

    /// <summary>Median predicted error of the emulated answers, to 6 %; NaN without any.</summary>
    public double MedianError { get; init; } = double.NaN;

    /// <summary>Predicted error that 95 % of the emulated answers stay below, to 6 %; NaN without any.</summary>
    public double Percentile95Error { get; init; } = double.NaN;

    /// <summary>Share of the calls that needed no true evaluation; NaN before the first call.</summary>
    public double EmulatedFraction => Calls == 0 ? double.NaN : (double)(Emulated + Known) / Calls;

    /// <summary>
    /// How many times longer the calls would have taken with the true function alone, training included; NaN before the first
    /// exact call.
    /// </summary>
    public double EstimatedSpeedUp => Exact == 0
        ? double.NaN
        : ExactSeconds / Exact * Calls / (ExactSeconds + EmulatedSeconds + TrainingSeconds);
}
