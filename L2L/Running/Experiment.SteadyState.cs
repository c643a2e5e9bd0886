using System.Threading.Channels;

namespace L2L;

public sealed partial class Experiment
{
    private async Task<StopReason> RunSteadyAsync(IReadOnlyList<Evaluation> finished, CancellationToken cancellationToken)
    {
        var optimizer = (ISteadyStateOptimizer)_optimizer;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = Channel.CreateUnbounded<Evaluation>(new UnboundedChannelOptions { SingleReader = true });
        var running = new List<Task>();
        var generation = new List<Evaluation>();
        Dictionary<(int, int), Evaluation> known = finished.ToDictionary(static e => (e.Individual.Generation, e.Individual.Index));
        DateTimeOffset started = _options.Time.GetUtcNow();
        long start = _options.Time.GetTimestamp();
        int underWay = 0;
        int number = optimizer.Generation;
        try
        {
            while (true)
            {
                while (underWay < Math.Max(1, _evaluator.Capacity) && optimizer.AskOne() is { } individual)
                {
                    underWay++;
                    running.RemoveAll(static task => task.IsCompletedSuccessfully);
                    if (known.Remove((individual.Generation, individual.Index), out Evaluation? before) && before.Individual.Parameters.Equals(individual.Parameters))
                        done.Writer.TryWrite(before);
                    else
                        running.Add(StartAsync(individual));
                }

                if (underWay == 0)
                    return optimizer.StopReason == StopReason.None ? StopReason.Exhausted : optimizer.StopReason;
                Evaluation evaluation = Checked(await done.Reader.ReadAsync(cancellationToken).ConfigureAwait(false));
                foreach (ITrajectoryRecorder recorder in _options.Recorders)
                    recorder.Evaluated(evaluation);
                evaluation = Resolve([evaluation])[0];
                underWay--;
                _options.Pruner?.Observe([evaluation]);
                optimizer.TellOne(evaluation);
                _evaluations++;
                generation.Add(evaluation);
                bool isOver = optimizer.StopReason != StopReason.None;
                if (optimizer.Generation == number && !isOver)
                    continue;
                var told = new Generation(number++, generation.ToArray(), optimizer.Details) { Started = started, Duration = _options.Time.GetElapsedTime(start) };
                (started, start) = (_options.Time.GetUtcNow(), _options.Time.GetTimestamp());
                generation.Clear();
                if (await RecordAsync(told, cancellationToken).ConfigureAwait(false))
                    return StopReason.Rule;
                if (isOver)
                    return optimizer.StopReason;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task StartAsync(Individual individual)
        {
            RandomStreamState random = _seeds.Split("generation", individual.Generation).Split("individual", individual.Index).State;
            var request = new EvaluationRequest(individual, random) { Pruning = _options.Pruner?.Rule };
            try
            {
                await _evaluator.EvaluateAsync(new EvaluationBatch(_optimizee, [request]), Completed, stop.Token).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                done.Writer.TryComplete(failure);
                throw;
            }
        }

        void Completed(Evaluation evaluation) => done.Writer.TryWrite(evaluation);
    }
}
