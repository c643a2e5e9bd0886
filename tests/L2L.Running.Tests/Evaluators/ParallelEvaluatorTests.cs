namespace L2L.Running.Tests.Evaluators;

internal sealed class ParallelEvaluatorTests
{
    // A recorder that cannot write, say: nobody would learn of what the rest of the generation takes hours for.
    [Test]
    public async Task EvaluateAsync_ResultThatCannotBeTaken_EndsTheOtherSimulations()
    {
        int simulated = 0;
        var space = new ParameterSpace(new RealParameter("x", 0, 1));
        IOptimizee optimizee = Optimizee.From(space, (_, context, cancellationToken) =>
        {
            Interlocked.Increment(ref simulated);
            if (context.Individual.Index > 0)
                cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(20));
            cancellationToken.ThrowIfCancellationRequested();
            return 1.0;
        });
        EvaluationRequest[] requests = [.. Enumerable.Range(0, 50).Select(i => new EvaluationRequest(new Individual(0, i, new ParameterSet(("x", 0.5))), new RandomStream(i).State))];
        var evaluator = new ParallelEvaluator(3);

        Func<Task> evaluating = () => evaluator.EvaluateAsync(new EvaluationBatch(optimizee, requests), static _ => throw new IOException("the disk is full"), CancellationToken.None);

        await evaluating.Should().ThrowAsync<IOException>().WithMessage("the disk is full");
        simulated.Should().BeLessThanOrEqualTo(3);
    }
}
