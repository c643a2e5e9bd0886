namespace Layg;

/// <summary>Finds the limit with which the mean predicted error of accepted answers stays within a budget, while a model answers.</summary>
internal sealed class ErrorBudget
{
    /// <summary>Predictions between two adjustments of the limit.</summary>
    private const int Interval = 256;

    private readonly double _budget;
    private readonly double _largest;
    private readonly ErrorHistogram _errors = new();
    private long _recorded;
    private long _adjustedAt;
    private double _tolerance;

    private ErrorBudget(double budget, double largest)
    {
        _budget = budget;
        _largest = largest;
        _tolerance = Math.Min(budget, largest);
    }

    /// <summary>The limit in force.</summary>
    public double Tolerance => Volatile.Read(ref _tolerance);

    /// <summary>The budget that the options ask for, or null.</summary>
    public static ErrorBudget? Of(LearnerOptions options) =>
        options.MeanErrorBudget is { } budget ? new ErrorBudget(budget, options.AbsoluteTolerance) : null;

    /// <summary>Takes in the predicted error of one prediction, accepted or not. The limit stays as it is.</summary>
    public void Record(double error)
    {
        if (!double.IsFinite(error))
            return;
        _errors.Add(Math.Abs(error));
        Interlocked.Increment(ref _recorded);
    }

    /// <summary>Adjusts the limit if enough predictions were recorded since the last time. Called where no batch is half judged.</summary>
    public void Update()
    {
        long recorded = Interlocked.Read(ref _recorded);
        if (recorded - Interlocked.Read(ref _adjustedAt) < Interval)
            return;
        Interlocked.Exchange(ref _adjustedAt, recorded);

        // Answers below the budget never break it.
        Volatile.Write(ref _tolerance, Math.Min(_largest, Math.Max(_budget, _errors.LimitOfMean(_budget))));
    }
}
