using System.Text.Json.Nodes;
using Lagom.Rl;

namespace ExperimentHost;

/// <summary>
/// A random walk that logs where it is. A note (a file named after the job's number) makes a job throw, kill its process, or wait for ever;
/// it is written before the job is half done.
/// </summary>
internal sealed class Walk(string notes) : IExperiment
{
    public JsonNode? Run(ExperimentJob job, CancellationToken cancellationToken)
    {
        var random = new RandomStream(job.Seed);
        double place = 0;
        using var log = new JsonLinesSink(job.PathOf("log.jsonl"));
        for (int step = 0; step < 20; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            place += job.Configuration.Number("rate") * random.NextNormal() * job.Configuration.Integer("width");
            log.Write(step, new Dictionary<string, double> { ["place"] = place });
            if (step == 10)
                Behave(Path.Combine(notes, job.Index.ToString()), cancellationToken);
        }

        return place;
    }

    private static void Behave(string note, CancellationToken cancellationToken)
    {
        if (!File.Exists(note))
            return;
        switch (File.ReadAllText(note))
        {
            case "throw":
                throw new InvalidOperationException("The note says so.");
            case "die":
                System.Diagnostics.Process.GetCurrentProcess().Kill();
                break;
            case "wait":
                File.WriteAllText(note + ".waits", "");
                cancellationToken.WaitHandle.WaitOne();
                cancellationToken.ThrowIfCancellationRequested();
                break;
        }
    }
}
