using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SharedSource.Workers;

namespace L2L;

/// <summary>
/// Runs simulations in other processes of this program: one that crashes, overflows its stack or hangs costs one individual, not the run.
/// </summary>
/// <remarks>
/// A worker is this program once more, with the same arguments; at the point where the run would begin it serves simulations instead. Up to there
/// the program must do nothing that two processes must not do at once. What workers print goes to their logs. They end with this process.
/// </remarks>
public sealed class ProcessEvaluator : IEvaluator, IAsyncDisposable
{
    private static readonly string[] ThreadVariables = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

    private readonly ProcessEvaluatorOptions _options;
    private readonly WorkerPool _pool;
    private readonly ILogger _logger;

    /// <summary>Makes an evaluator; workers start when they are first needed.</summary>
    /// <param name="options">How workers are run.</param>
    /// <param name="logger">The log.</param>
    /// <exception cref="ArgumentException">An option is beyond its range.</exception>
    public ProcessEvaluator(ProcessEvaluatorOptions? options = null, ILogger? logger = null)
    {
        _options = options ?? new ProcessEvaluatorOptions();
        _options.Validate();
        _logger = logger ?? NullLogger.Instance;
        _pool = new WorkerPool(
            new WorkerOptions
            {
                Role = _options.Role,
                Program = Program(_options),
                Environment = Variables(_options),
                LogFolder = _options.LogFolder,
                StartTimeout = _options.StartTimeout,
            },
            _options.Workers);
    }

    /// <inheritdoc/>
    public int Capacity => _options.Workers;

    /// <summary>How many worker processes were started so far; more than <see cref="Capacity"/> where some were replaced.</summary>
    public int StartedWorkers => _pool.StartedProcesses;

    /// <summary>
    /// In a process that was started as a worker for this role: simulates until the program that asked ends it; never returns. Anywhere else it
    /// returns at once.
    /// </summary>
    /// <param name="role">The role of an evaluator's options.</param>
    /// <param name="optimizee">The optimizee to simulate.</param>
    public static Task ServeIfAskedAsync(string role, IOptimizee optimizee)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        ArgumentNullException.ThrowIfNull(optimizee);
        return WorkerHost.ServeIfAskedAsync(role, json =>
        {
            EvaluationRequest request = EvaluationJson.ReadRequest(json);
            optimizee.Space.Validate(request.Individual.Parameters);
            Evaluation evaluation = Simulation.Run(optimizee, request, TimeProvider.System, CancellationToken.None);
            return ValueTask.FromResult<ReadOnlyMemory<byte>>(EvaluationJson.Write(evaluation));
        });
    }

    /// <inheritdoc/>
    public async Task ServeIfAskedAsync(IOptimizee optimizee)
    {
        await ServeIfAskedAsync(_options.Role, optimizee).ConfigureAwait(false);
        WorkerRole.RefuseOthers(_options.Role);
    }

    /// <inheritdoc/>
    public Task EvaluateAsync(EvaluationBatch batch, Action<Evaluation> completed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(completed);
        WorkerRole.RefuseOthers(_options.Role);
        WorkerRole.Claim(_options.Role, batch.Optimizee);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Workers, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(batch.Requests, parallel, async (request, token) => completed(await EvaluateAsync(request, token).ConfigureAwait(false)));
    }

    /// <summary>Ends the workers.</summary>
    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private async Task<Evaluation> EvaluateAsync(EvaluationRequest request, CancellationToken cancellationToken)
    {
        byte[] json = EvaluationJson.Write(request);
        int replaced = 0;
        for (int attempt = 1; ; attempt++)
        {
            Evaluation evaluation;
            try
            {
                byte[] answer = await _pool.CallAsync(json, _options.Limits.TimeLimit ?? Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
                evaluation = EvaluationJson.ReadEvaluation(answer, request.Individual);
            }
            catch (WorkerTimeoutException late) when (!late.WhileStarting)
            {
                evaluation = LimitedSimulation.TimedOut(request, _options.Limits.TimeLimit!.Value, "");
            }
            catch (WorkerDiedException died) when (!died.WhileStarting)
            {
                Log.WorkerDied(_logger, request.Individual.Generation, request.Individual.Index, died.Message);
                if (WasEndedFromOutside(died) && replaced++ < _options.Limits.Replacements)
                {
                    attempt--;
                    continue;
                }

                evaluation = new Evaluation(request.Individual, default) { Status = EvaluationStatus.Failed, Error = died.Message };
            }

            evaluation = evaluation with { Attempts = attempt };
            if (!evaluation.IsFailure || attempt > _options.Limits.Retries)
                return evaluation;
        }
    }

    // A simulation that goes wrong ends with an exit code or a signal of its own; these come from a person, the system or a scheduler.
    private static bool WasEndedFromOutside(WorkerDiedException died) => died.SignalName is "SIGKILL" or "SIGTERM" or "SIGHUP" or "SIGINT";

    private static WorkerProgram? Program(ProcessEvaluatorOptions options)
    {
        if (options.Program is { } program)
            return new WorkerProgram(program, options.Arguments ?? []);
        return options.Arguments is { } arguments ? WorkerProgram.CurrentWith(arguments) : null;
    }

    // Several workers with as many threads each as there are processors slow one another down.
    private static Dictionary<string, string> Variables(ProcessEvaluatorOptions options)
    {
        Dictionary<string, string> variables = ThreadVariables.ToDictionary(static name => name, static _ => "1", StringComparer.Ordinal);
        foreach ((string name, string value) in options.Environment)
            variables[name] = value;
        return variables;
    }
}
