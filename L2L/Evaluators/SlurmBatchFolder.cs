using System.Globalization;
using System.Text;
using System.Text.Json;
using SharedSource;

namespace L2L;

/// <summary>
/// The files of one batch of individuals: requests, the list of each task, a mark when a simulation starts, results and exit codes. What is
/// read by others is written under another name and renamed, so that nobody sees a part of it.
/// </summary>
internal sealed class SlurmBatchFolder(string path)
{
    /// <summary>
    /// Writes the requests. Results that an earlier driver of the same run left for the same requests are kept.
    /// </summary>
    /// <returns>The number of the next submission, from 0.</returns>
    public int Prepare(IEnumerable<EvaluationRequest> requests)
    {
        foreach (string name in (string[])["requests", "results", "starts", "exits", "logs"])
            Directory.CreateDirectory(Path.Combine(path, name));
        foreach (EvaluationRequest request in requests)
        {
            byte[] content = EvaluationJson.Write(request);
            string file = Numbered("requests", request.Individual.Index);
            if (File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
                continue;
            File.Delete(Numbered("results", request.Individual.Index));
            AtomicFile.Write(file, stream => stream.Write(content));
        }

        return Directory.EnumerateFiles(path, "tasks-*.json").Count();
    }

    /// <summary>Which individuals each task of a submission simulates.</summary>
    public void WriteTasks(int submission, IReadOnlyList<IReadOnlyList<int>> tasks)
    {
        byte[] content = Encoding.UTF8.GetBytes($"[{string.Join(",\n", tasks.Select(static task => $"[{string.Join(',', task)}]"))}]\n");
        AtomicFile.Write(Tasks(submission), stream => stream.Write(content));
    }

    public int[] ReadTask(int submission, int task)
    {
        using JsonDocument tasks = JsonDocument.Parse(File.ReadAllBytes(Tasks(submission)));
        return [.. tasks.RootElement[task].EnumerateArray().Select(static index => index.GetInt32())];
    }

    public EvaluationRequest ReadRequest(int index) => EvaluationJson.ReadRequest(File.ReadAllBytes(Numbered("requests", index)));

    public void WriteResult(Evaluation evaluation)
    {
        byte[] content = EvaluationJson.Write(evaluation);
        AtomicFile.Write(Numbered("results", evaluation.Individual.Index), stream => stream.Write(content));
    }

    public Evaluation? TryReadResult(Individual individual)
    {
        string file = Numbered("results", individual.Index);
        return File.Exists(file) ? EvaluationJson.ReadEvaluation(File.ReadAllBytes(file), individual) : null;
    }

    public void MarkStart(int submission, int index) => File.WriteAllBytes(Start(submission, index), []);

    public bool HasStarted(int submission, int index) => File.Exists(Start(submission, index));

    /// <summary>The exit code of a task's program; null where not even the shell around it came to its end.</summary>
    public int? ExitCode(int submission, int task)
    {
        string file = Exit(submission, task.ToString(CultureInfo.InvariantCulture));
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out int code) ? code : null;
    }

    /// <summary>The last lines of a task's log.</summary>
    public string LastLines(int submission, int task)
    {
        string log = Log(submission, task.ToString(CultureInfo.InvariantCulture));
        return File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(15)) : "";
    }

    /// <summary>Notes the job of a submission, for a driver that comes after this one.</summary>
    public void WriteJob(int submission, long job) => File.WriteAllText(Path.Combine(path, $"job-{Number(submission)}.id"), job.ToString(CultureInfo.InvariantCulture));

    /// <summary>The jobs that an earlier driver submitted.</summary>
    public IReadOnlyList<long> ReadJobs() =>
    [
        .. Directory.EnumerateFiles(path, "job-*.id").Select(static file => long.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out long job) ? job : -1)
            .Where(static job => job >= 0),
    ];

    public string Log(int submission, string task) => Path.Combine(path, "logs", $"{Number(submission)}-{task}.log");

    public string Exit(int submission, string task) => Path.Combine(path, "exits", $"{Number(submission)}-{task}");

    public string Script(int submission) => Path.Combine(path, $"job-{Number(submission)}.sh");

    public string Environment(int submission, string role) => $"{Number(submission)}|{role}|{path}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Tasks(int submission) => Path.Combine(path, $"tasks-{Number(submission)}.json");

    private string Start(int submission, int index) => Path.Combine(path, "starts", $"{Number(submission)}-{Number(index)}");

    private string Numbered(string folder, int index) => Path.Combine(path, folder, string.Create(CultureInfo.InvariantCulture, $"{index:D6}.json"));
}
