using System.Globalization;
using SharedSource.Slurm;
using SharedSource.Workers;

namespace L2L;

/// <summary>The individuals of a batch that have no result yet, and what has happened to them.</summary>
internal sealed class SlurmPending(SlurmBatchFolder folder, EvaluationLimits limits, IEnumerable<EvaluationRequest> requests, Action<Evaluation> completed)
{
    private readonly SortedDictionary<int, Entry> _entries = new(requests.ToDictionary(static r => r.Individual.Index, static r => new Entry(r.Individual)));
    private int _idleSubmissions;
    private bool _progress;

    public int Count => _entries.Count;

    public IReadOnlyCollection<int> Indices => _entries.Keys;

    /// <summary>Takes in the results that are there.</summary>
    public void Harvest()
    {
        foreach ((int index, Entry entry) in _entries.ToArray())
        {
            if (folder.TryReadResult(entry.Individual) is { } result)
                Complete(index, result with { Attempts = result.Attempts + entry.Crashes });
        }
    }

    /// <summary>Decides about the individuals of a task that is over: to be submitted again, or failed.</summary>
    public void Account(int submission, int task, int[] indices, SlurmState state)
    {
        int? code = folder.ExitCode(submission, task);
        foreach (int index in indices.Where(_entries.ContainsKey))
        {
            Entry entry = _entries[index];
            bool started = folder.HasStarted(submission, index);
            _progress |= started;
            if (!started)
            {
                if (code == 0)
                    throw NotServed(submission, task);
                continue;
            }

            string reason = code is { } known
                ? ExitSignal.NameOf(known) is { } signal ? $"signal {signal}" : string.Create(CultureInfo.InvariantCulture, $"exit code {known}")
                : $"Slurm says {state}";
            if (IsLoss(code, state, isAlone: index == indices[0]))
                entry.Losses++;
            else
                entry.Crashes++;
            if (entry.Losses <= limits.Replacements && entry.Crashes <= limits.Retries)
                continue;
            string log = folder.LastLines(submission, task);
            Complete(index, new Evaluation(entry.Individual, default)
            {
                Status = state == SlurmState.TimedOut ? EvaluationStatus.TimedOut : EvaluationStatus.Failed,
                Attempts = Math.Max(1, entry.Crashes),
                Error = $"The task on the cluster ended without a result: {reason}.{(log.Length == 0 ? "" : $" Its last lines:\n{log}")}",
            });
        }
    }

    /// <summary>Ends the run where tasks end again and again without having come to any individual.</summary>
    public void CheckProgress(int submission, IReadOnlyList<SlurmState> states)
    {
        _idleSubmissions = _progress ? 0 : _idleSubmissions + 1;
        _progress = false;
        if (Count > 0 && _idleSubmissions > limits.Replacements)
        {
            throw new InvalidOperationException(
                $"{_idleSubmissions} arrays ended ({string.Join(", ", states.Distinct())}) and none came to an individual. The first task's last lines:\n{folder.LastLines(submission, 0)}");
        }
    }

    private static bool IsLoss(int? code, SlurmState state, bool isAlone)
    {
        // A task that was cut off at its time while it simulated its first individual needs more time than it has.
        if (state == SlurmState.TimedOut)
            return !isAlone;
        return code is null || ExitSignal.NameOf(code.Value) is "SIGKILL" or "SIGTERM" or "SIGHUP" or "SIGINT";
    }

    private InvalidOperationException NotServed(int submission, int task) => new(
        "A task on the cluster ended without having simulated its individuals. It is this program once more: does it reach the run of the same optimizee " +
        $"with the same arguments? Its last lines:\n{folder.LastLines(submission, task)}");

    private void Complete(int index, Evaluation evaluation)
    {
        _entries.Remove(index);
        _progress = true;
        completed(evaluation);
    }

    private sealed class Entry(Individual individual)
    {
        public Individual Individual { get; } = individual;

        public int Losses { get; set; }

        public int Crashes { get; set; }
    }
}
