using static Lagom.Evolution.OptionCheck;

namespace Lagom.Evolution;

/// <summary>
/// Measures how noise changes the candidates' ranks by evaluating some of them twice, and answers with more evaluations per candidate, or with
/// larger steps where the strategy is a <see cref="CmaEs"/>.
/// </summary>
/// <remarks>
/// All its evaluations count, for <see cref="StopCriteria.MaxEvaluations"/> too.
/// <para><b>Source:</b> Hansen, Niederberger, Guzzella and Koumoutsakos (2009), "A method for handling uncertainty in evolutionary
/// optimization with an application to feedback control of combustion" (UH-CMA-ES).</para>
/// </remarks>
public sealed record NoiseHandling
{
    /// <summary>How many evaluations of a candidate may be averaged. 1: only steps are enlarged. Default: 1. Range: at least 1.</summary>
    public int MaxEvaluationsPerCandidate { get; init; } = 1;

    /// <summary>What part of a generation is evaluated again. Default: 0.1 + 2 / population. Range: above 0, at most 1.</summary>
    public double? Reevaluated { get; init; }

    /// <summary>Rank changes below this part of those by chance are taken for none (theta). Default: 0.2. Range: 0 to 1.</summary>
    public double Threshold { get; init; } = 0.2;

    /// <summary>How fast the measure follows (c_s). Default: 0.3. Range: above 0, at most 1.</summary>
    public double LearningRate { get; init; } = 0.3;

    /// <summary>What steps are multiplied by where noise is too strong. Default: 1 + 2 / (n + 10). Range: at least 1.</summary>
    public double? StepFactor { get; init; }

    /// <summary>What the evaluations per candidate are multiplied by where noise is too strong. Default: 1.5. Range: above 1.</summary>
    public double EvaluationsFactor { get; init; } = 1.5;

    internal void Validate()
    {
        Require(MaxEvaluationsPerCandidate >= 1, $"Noise.{nameof(MaxEvaluationsPerCandidate)}", MaxEvaluationsPerCandidate, "at least 1");
        Require(Reevaluated is null or (> 0 and <= 1), $"Noise.{nameof(Reevaluated)}", Reevaluated, "above 0, at most 1");
        Require(Threshold is >= 0 and <= 1, $"Noise.{nameof(Threshold)}", Threshold, "from 0 to 1");
        Require(LearningRate is > 0 and <= 1, $"Noise.{nameof(LearningRate)}", LearningRate, "above 0, at most 1");
        Require(StepFactor is null or >= 1, $"Noise.{nameof(StepFactor)}", StepFactor, "at least 1");
        Require(EvaluationsFactor > 1, $"Noise.{nameof(EvaluationsFactor)}", EvaluationsFactor, "above 1");
    }
}
