using System.Diagnostics.Metrics;

namespace Layg;

/// <summary>
/// The instruments of the meter "Layg": counts of calls by source and of refusals by reason, and the duration of trainings.
/// </summary>
internal sealed class LaygInstruments
{
    public const string MeterName = "Layg";

    private static readonly string[] SourceTags = ["exact", "known", "emulated"];

    private readonly Counter<long> _calls;
    private readonly Counter<long> _refusals;
    private readonly Histogram<double> _trainings;

    public LaygInstruments(Meter meter)
    {
        _calls = meter.CreateCounter<long>("layg.calls", "{call}", "Calls answered, by source: exact, known or emulated.");
        _refusals = meter.CreateCounter<long>("layg.refusals", "{call}", "Emulated values refused, by reason: error, domain or not_finite.");
        _trainings = meter.CreateHistogram<double>("layg.training.duration", "s", "Time that one training took.");
    }

    /// <summary>The instruments of learners that no meter factory made: one meter for the process.</summary>
    public static LaygInstruments Default { get; } = new(new Meter(new MeterOptions(MeterName)));

    public void Call(EvaluationSource source)
    {
        if (_calls.Enabled)
            _calls.Add(1, new KeyValuePair<string, object?>("source", SourceTags[(int)source]));
    }

    public void Refusal(Verdict verdict)
    {
        if (!_refusals.Enabled || verdict is not (Verdict.ErrorTooLarge or Verdict.OutsideDomain or Verdict.NotFinite))
            return;
        string reason = verdict switch
        {
            Verdict.ErrorTooLarge => "error",
            Verdict.OutsideDomain => "domain",
            _ => "not_finite",
        };
        _refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
    }

    public void Training(double seconds) => _trainings.Record(seconds);
}
