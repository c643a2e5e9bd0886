using Microsoft.Extensions.Logging;

namespace Layg;

/// <summary>
/// Chooses among several emulators by cross-validation, anew at every fit: the one whose predicted errors are smallest and right, as
/// measured by a proper score.
/// </summary>
/// <remarks>
/// <para>
/// The fitted emulator is an <see cref="ISelectedEmulator"/>, which shows all scores; a learner shows it as <see cref="Learner.Emulator"/>. A
/// candidate that the points do not suffice for is passed over. Time is that of <see cref="SelectionOptions.Folds"/> fits of every
/// candidate, and one of the chosen, which goes on from its fit before where it was chosen then (see <see cref="FitContext.Previous"/>).
/// </para>
/// <para>What was chosen can be stored where the chosen candidate's fit can; the scores are stored with it.</para>
/// </remarks>
public sealed partial class SelectingEmulator : ILeaveOneOutEmulator, IPersistentEmulator
{
    private readonly EmulatorCandidate[] _candidates;
    private readonly SelectionOptions _options;

    /// <summary>Creates the emulator.</summary>
    /// <param name="candidates">The emulators to choose from, with different names. Of equal scores the first one wins.</param>
    /// <param name="options">The settings, copied; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no candidate, two have one name, or a setting is out of range.</exception>
    public SelectingEmulator(IEnumerable<EmulatorCandidate> candidates, SelectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        _candidates = [.. candidates];
        if (_candidates.Length == 0)
            throw new ArgumentException("There must be at least one candidate.", nameof(candidates));
        if (_candidates.Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Count() != _candidates.Length)
            throw new ArgumentException($"The candidates' names must differ: {string.Join(", ", _candidates.Select(candidate => candidate.Name))}.", nameof(candidates));
        _options = options is null ? new SelectionOptions() : options with { };
        _options.Validate();
    }

    /// <inheritdoc/>
    /// <exception cref="EmulatorFitException">No candidate could be fitted; the message has every candidate's reason.</exception>
    public IFittedEmulator Fit(TrainingSet points, FitContext context) =>
        Choose(points, context, (emulator, own) => CrossValidation.FitAll(emulator, points, own));

    /// <inheritdoc/>
    /// <exception cref="EmulatorFitException">No candidate could be fitted; the message has every candidate's reason.</exception>
    public IFittedEmulator Fit(TrainingSet training, TrainingSet heldOut, FitContext context) =>
        Choose(training, context, (emulator, own) => emulator.Fit(training, heldOut, own));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The emulator is not of this kind, or its candidate is none of these.</exception>
    /// <exception cref="NotSupportedException">The chosen candidate is no <see cref="IPersistentEmulator"/>.</exception>
    public void Save(IFittedEmulator fitted, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        ArgumentNullException.ThrowIfNull(destination);
        if (fitted is not SelectedEmulator selected)
            throw new ArgumentException($"A {fitted.GetType().Name} was not fitted by {nameof(SelectingEmulator)} and cannot be stored by it.", nameof(fitted));
        EmulatorCandidate chosen = Candidate(selected.Name)
            ?? throw new ArgumentException($"The fit is that of '{selected.Name}', which is no candidate here.", nameof(fitted));
        SelectionFile.Write(selected, chosen, destination);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">None of the candidates has the name and kind of the one that was chosen.</exception>
    public IFittedEmulator Load(Stream source, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        return SelectionFile.Read(source, _candidates, context);
    }

    private EmulatorCandidate? Candidate(string name) =>
        Array.Find(_candidates, candidate => candidate.Name.Equals(name, StringComparison.Ordinal));

    private IFittedEmulator Choose(TrainingSet points, FitContext context, Func<IEmulator, FitContext, IFittedEmulator> fit)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(context);
        int[] order = context.Random.Split("cross-validation").Permutation(points.Count);
        TrainingSet some = points.Select(order.AsSpan(0, Math.Min(points.Count, _options.MaximumPoints)));
        double scale = Scale(some);
        // An earlier fit knows the points that a fold is tested on.
        var validation = new CrossValidation(some, _options, context with { Previous = null });
        EmulatorScore[] scores = [.. _candidates.Select(candidate => validation.Score(candidate, scale)).OrderBy(score => score.Loss)];
        List<string> failures = [];
        foreach (EmulatorScore score in scores)
        {
            if (score.Failure is not null)
            {
                failures.Add($"{score.Name}: {score.Failure}");
                continue;
            }

            try
            {
                IFittedEmulator fitted = fit(Candidate(score.Name)!.Emulator, context with { Previous = EarlierFit(score.Name, context) });
                EmulatorScore[] chosenFirst = [score, .. scores.Where(other => other != score)];
                LogChosen(context.Logger, score.Name, score.Loss, string.Join(", ", scores.Select(other => FormattableString.Invariant($"{other.Name} {other.Loss:G3}"))));
                return SelectedEmulator.Of(chosenFirst, fitted);
            }
            catch (EmulatorFitException exception)
            {
                failures.Add($"{score.Name}: {exception.Message}");
            }
        }

        throw new EmulatorFitException($"None of the {_candidates.Length} candidates could be fitted. {string.Join(" ", failures)}");
    }

    /// <summary>What the candidate learnt at the fit before, if it was chosen then.</summary>
    private static IFittedEmulator? EarlierFit(string name, FitContext context) =>
        context.Previous is ISelectedEmulator previous && previous.Name.Equals(name, StringComparison.Ordinal) ? previous.Chosen : null;

    /// <summary>The largest standard deviation of an output.</summary>
    private static double Scale(TrainingSet points)
    {
        double largest = 0;
        for (int c = 0; c < points.OutputDimension; c++)
        {
            double mean = 0;
            for (int i = 0; i < points.Count; i++)
                mean += points.Output(i)[c] / points.Count;
            double variance = 0;
            for (int i = 0; i < points.Count; i++)
                variance += Math.Pow(points.Output(i)[c] - mean, 2) / points.Count;
            largest = Math.Max(largest, Math.Sqrt(variance));
        }

        return largest;
    }

    [LoggerMessage(1010, LogLevel.Information, "Chose the emulator {Name}, loss {Loss:G3} (all: {Scores})")]
    private static partial void LogChosen(ILogger logger, string name, double loss, string scores);
}
