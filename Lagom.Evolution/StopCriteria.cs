using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>When a search shall stop. Each rule is off where its property is null.</summary>
/// <remarks>
/// Names in parentheses are those of pycma, whose defaults these are for CMA-ES. Every strategy checks those on values, counts and time;
/// those on steps only strategies that have them.
/// </remarks>
public sealed record StopCriteria
{
    /// <summary>Stop at a value as good as this, in the caller's sense of better (ftarget). Default: none.</summary>
    public double? TargetValue { get; init; }

    /// <summary>Stop after so many evaluations (maxfevals). Default: none. Range: at least 1.</summary>
    public long? MaxEvaluations { get; init; }

    /// <summary>Stop after so many generations (maxiter). Default: the strategy's own, for CMA-ES <c>100 + 150 (n+3)^2 / sqrt(popsize)</c>; none otherwise. Range: at least 1.</summary>
    public long? MaxIterations { get; init; }

    /// <summary>Stop where values of the last and best values of recent generations differ by less (tolfun). Default: 1e-11. Range: at least 0.</summary>
    public double? FunctionTolerance { get; init; } = 1e-11;

    /// <summary>Stop where best values of recent generations differ by less (tolfunhist). Default: 1e-12. Range: at least 0.</summary>
    public double? FunctionHistoryTolerance { get; init; } = 1e-12;

    /// <summary>Stop where all steps are shorter (tolx). Default: 1e-11. Range: at least 0.</summary>
    public double? CoordinateTolerance { get; init; } = 1e-11;

    /// <summary>Stop where the step size grew to so many times the first one (tolfacupx). Default: 1000. Range: above 1.</summary>
    public double? StepGrowthLimit { get; init; } = 1e3;

    /// <summary>Stop where the covariance matrix's condition number exceeds this (tolconditioncov). Default: 1e14. Range: above 1.</summary>
    public double? ConditionLimit { get; init; } = 1e14;

    /// <summary>Stop after more than so many generations in a row whose best three quarters have the very same value (tolflatfitness). Default: 1. Range: at least 1.</summary>
    public int? FlatGenerations { get; init; } = 1;

    /// <summary>Stop without progress over so many generations (tolstagnation). Default: the strategy's own, for CMA-ES <c>100 + 100 n^1.5 / popsize</c>; none otherwise. Range: at least 1.</summary>
    public int? StagnationGenerations { get; init; }

    /// <summary>Stop this long after the first ask (timeout). Default: none. Range: above zero.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The clock of <see cref="Timeout"/>. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Only the rules that a caller sets: no tolerances, no growth or condition limit.</summary>
    public static StopCriteria Never { get; } = new()
    {
        MaxIterations = long.MaxValue,
        FunctionTolerance = null,
        FunctionHistoryTolerance = null,
        CoordinateTolerance = null,
        StepGrowthLimit = null,
        ConditionLimit = null,
        FlatGenerations = null,
        StagnationGenerations = int.MaxValue,
    };

    internal void Validate()
    {
        Require(TargetValue is null || !double.IsNaN(TargetValue.Value), $"Stop.{nameof(TargetValue)}", TargetValue, "a number");
        Require(MaxEvaluations is null or >= 1, $"Stop.{nameof(MaxEvaluations)}", MaxEvaluations, "at least 1");
        Require(MaxIterations is null or >= 1, $"Stop.{nameof(MaxIterations)}", MaxIterations, "at least 1");
        Require(FunctionTolerance is null or >= 0, $"Stop.{nameof(FunctionTolerance)}", FunctionTolerance, "at least 0");
        Require(FunctionHistoryTolerance is null or >= 0, $"Stop.{nameof(FunctionHistoryTolerance)}", FunctionHistoryTolerance, "at least 0");
        Require(CoordinateTolerance is null or >= 0, $"Stop.{nameof(CoordinateTolerance)}", CoordinateTolerance, "at least 0");
        Require(StepGrowthLimit is null or > 1, $"Stop.{nameof(StepGrowthLimit)}", StepGrowthLimit, "above 1");
        Require(ConditionLimit is null or > 1, $"Stop.{nameof(ConditionLimit)}", ConditionLimit, "above 1");
        Require(FlatGenerations is null or >= 1, $"Stop.{nameof(FlatGenerations)}", FlatGenerations, "at least 1");
        Require(StagnationGenerations is null or >= 1, $"Stop.{nameof(StagnationGenerations)}", StagnationGenerations, "at least 1");
        Require(Timeout is null || Timeout > TimeSpan.Zero, $"Stop.{nameof(Timeout)}", Timeout, "above zero");
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
