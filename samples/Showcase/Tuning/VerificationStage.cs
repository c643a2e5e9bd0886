using System.Globalization;
using Layg;
using Layg.Calibration;
using Showcase.Policies;

namespace Showcase.Tuning;

/// <summary>Evaluates exactly what the tuning has found: the best settings, and a sample of the answers that the emulator gave.</summary>
internal sealed class VerificationStage(EmulatedSearch search, SettingFitness fitness, ShowcaseSettings settings, StateFolder folder)
{
    /// <summary>What is shown while it runs.</summary>
    public const string Name = "Layg verifies";

    private const string Stream = "verification";
    private const double LeastDistance = 0.1;

    /// <summary>Verifies, or reads what was verified before.</summary>
    public Verification Run(Action<RunProgress> progress, CancellationToken cancellationToken) =>
        folder.Once("verification.json", () => Verify(progress, cancellationToken));

    private Verification Verify(Action<RunProgress> progress, CancellationToken cancellationToken)
    {
        EmulatedCall[] sample = Sample();
        List<EmulatedCall> best = Best();
        int total = sample.Length + best.Count;
        int done = 0;

        Finalist[] finalists =
        [
            .. best.Select(call =>
            {
                double exact = Exact(call, EmulatedSearch.Stream);
                double fresh = Exact(call, Stream);
                progress(new RunProgress(Name, ++done, total, "the best settings"));
                return new Finalist(call.Parameters, call.Value, call.IsEmulated, exact, fresh);
            }),
        ];
        CheckedAnswer[] answers =
        [
            .. sample.Select(call =>
            {
                var answer = new CheckedAnswer(call.Value, call.Error, Exact(call, EmulatedSearch.Stream));
                progress(new RunProgress(Name, ++done, total, "emulated answers"));
                return answer;
            }),
        ];
        string report = search.Learner.Emulator is IAdaptiveEmulator emulator && answers.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"errors widened by {emulator.Inflation:F2}, after {emulator.Comparisons} comparisons with exact values\n") + CalibrationReport.Of(
                emulator, TrainingSet.FromRows([.. sample.Select(call => call.Parameters.ToPoint())], [.. answers.Select(answer => new[] { answer.Exact })]))
            : "nothing was emulated";
        double? coverage = answers.Length == 0 ? null : (double)answers.Count(answer => Math.Abs(answer.Exact - answer.Answer) <= answer.Error) / answers.Length;
        return new Verification([.. finalists.OrderByDescending(finalist => finalist.Exact + finalist.Fresh)], answers, coverage, report);

        double Exact(EmulatedCall call, string stream) => fitness.Of(call.Parameters, stream, cancellationToken);
    }

    // The best answers that are not all the same point.
    private List<EmulatedCall> Best()
    {
        var best = new List<EmulatedCall>();
        foreach (EmulatedCall call in search.Calls.OrderByDescending(call => call.Value))
        {
            if (best.Count < settings.Finalists && best.TrueForAll(other => Distance(other.Parameters, call.Parameters) > LeastDistance))
                best.Add(call);
        }

        return best;
    }

    private EmulatedCall[] Sample()
    {
        EmulatedCall[] emulated = [.. search.Calls.Where(call => call.IsEmulated)];
        int[] order = new RandomStream(settings.Seed).Split("calibration").Permutation(emulated.Length);
        return [.. order.Take(settings.CalibrationPoints).Select(i => emulated[i])];
    }

    private static double Distance(HyperParameters a, HyperParameters b) =>
        Math.Sqrt(a.ToPoint().Zip(b.ToPoint(), (x, y) => (x - y) * (x - y)).Sum());
}
