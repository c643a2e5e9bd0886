using System.Collections.Concurrent;
using SharedSource.Workers;

namespace L2L;

/// <summary>Matches what a worker was started for with what this program is about to run.</summary>
internal static class WorkerRole
{
    private static readonly ConcurrentDictionary<string, IOptimizee> Known = new(StringComparer.Ordinal);

    /// <summary>Refuses a second optimizee under a name: its individuals would be simulated by the first one's workers.</summary>
    public static void Claim(string role, IOptimizee optimizee)
    {
        if (!ReferenceEquals(Known.GetOrAdd(role, optimizee), optimizee))
        {
            throw new InvalidOperationException(
                $"Two optimizees use the worker role '{role}'. Give each evaluator a role of its own, and call ServeIfAskedAsync for each role " +
                "at the start of the program, before the first run.");
        }
    }

    /// <summary>Refuses to run an experiment in a process that was started to serve another one.</summary>
    public static void RefuseOthers(string reached)
    {
        if ((WorkerHost.AskedRole ?? SlurmTaskHost.AskedRole) is { } asked)
        {
            throw new InvalidOperationException(
                $"This process was started as a worker for '{asked}', but the program came to the run of '{reached}' first. A program with several runs " +
                "calls ServeIfAskedAsync for each role at its start, before the first run.");
        }
    }
}
