using L2L;
using Layg;
using Microsoft.Extensions.Logging;
using Showcase.Hosting;
using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>
/// The optimizee: hyper-parameters whose fitness a learner answers, from its emulator where that is sure enough and by policy searches where
/// not. The answers are recorded. When a run goes on, the learner is asked the recorded questions again in their order, with the known exact
/// values, and so comes to the state in which it was left; therefore individuals are to be evaluated one after the other.
/// </summary>
internal sealed class EmulatedSearch : Optimizee<HyperParameters>, IDisposable
{
    /// <summary>The series of seeds of all evaluations while tuning.</summary>
    public const string Stream = "tuning";

    private readonly JsonLinesFile<EmulatedCall> _calls;
    private readonly Dictionary<(int, int), EmulatedCall> _answered = [];
    private HyperParameters? _asked;
    private CancellationToken _cancellationToken;

    public EmulatedSearch(LearnerFactory learners, SettingFitness fitness, StateFolder folder, ILogger<EmulatedSearch> logger)
        : base(ParameterRecord.Space<HyperParameters>())
    {
        Learner = learners.Wrap(_ => fitness.Of(_asked!, Stream, _cancellationToken), HyperParameters.Count);
        _calls = new JsonLinesFile<EmulatedCall>(folder["calls.jsonl"]);
        foreach (EmulatedCall call in _calls.Records)
        {
            Ask(call.Parameters, CancellationToken.None);
            _answered.Add((call.Generation, call.Index), call);
        }

        Log.Replayed(logger, _calls.Records.Count);
    }

    /// <summary>The learner around the expensive function.</summary>
    public Learner Learner { get; }

    /// <summary>The answers so far.</summary>
    public IReadOnlyList<EmulatedCall> Calls => _calls.Records;

    public override FitnessVector Simulate(HyperParameters parameters, SimulationContext context, CancellationToken cancellationToken)
    {
        (int, int) place = (context.Individual.Generation, context.Individual.Index);
        if (_answered.TryGetValue(place, out EmulatedCall? known))
            return known.Value;
        Layg.Evaluation answer = Ask(parameters, cancellationToken);
        var call = new EmulatedCall(place.Item1, place.Item2, parameters, answer.Value, answer.Error, !answer.IsExact);
        _calls.Add(call);
        _answered.Add(place, call);
        return answer.Value;
    }

    public void Dispose() => Learner.Dispose();

    // The function gets the parameters themselves: those of its point would differ by rounding.
    private Layg.Evaluation Ask(HyperParameters parameters, CancellationToken cancellationToken)
    {
        (_asked, _cancellationToken) = (parameters, cancellationToken);
        return Learner.Evaluate(parameters.ToPoint(), cancellationToken);
    }
}
