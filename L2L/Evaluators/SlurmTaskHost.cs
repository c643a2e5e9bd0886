using System.Globalization;
using SharedSource.Slurm;

namespace L2L;

/// <summary>The side of the cluster: this program as a task of an array, which simulates its share of a batch and ends.</summary>
internal static class SlurmTaskHost
{
    /// <summary>The environment variable that makes this program a task: <c>submission|role|folder</c>.</summary>
    public const string Variable = "L2L_SLURM_TASK";

    private static readonly string[]? Asked = Environment.GetEnvironmentVariable(Variable)?.Split('|', 3);

    /// <summary>What a task was asked for; null in a program that is no task.</summary>
    public static string? AskedRole => Asked?[1];

    public static void ServeIfAsked(string role, IOptimizee optimizee, EvaluationLimits limits)
    {
        if (Asked is not [var submission, var asked, var folder] || asked != role)
            return;
        string task = Environment.GetEnvironmentVariable(SlurmScript.TaskVariable)
            ?? throw new InvalidOperationException($"{Variable} is set, but this is no task of a Slurm array.");
        Simulate(new SlurmBatchFolder(folder), int.Parse(submission, CultureInfo.InvariantCulture), int.Parse(task, CultureInfo.InvariantCulture), optimizee, limits);

        // A task is a program of its own, and what follows in it belongs to the one that submitted it.
#pragma warning disable RS0030
        Environment.Exit(0);
#pragma warning restore RS0030
    }

    private static void Simulate(SlurmBatchFolder folder, int submission, int task, IOptimizee optimizee, EvaluationLimits limits)
    {
        var simulation = new LimitedSimulation(limits, TimeProvider.System);
        foreach (int index in folder.ReadTask(submission, task))
        {
            EvaluationRequest request = folder.ReadRequest(index);
            optimizee.Space.Validate(request.Individual.Parameters);
            folder.MarkStart(submission, index);
            folder.WriteResult(simulation.Run(optimizee, request, CancellationToken.None));
        }
    }
}
