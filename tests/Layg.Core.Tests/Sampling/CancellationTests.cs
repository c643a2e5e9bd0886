using Layg.Sampling;

namespace Layg.Tests.Sampling;

public sealed class CancellationTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void Run_CancelledInsideAHalf_ReturnsWholeStepsAndContinues(bool densityAnswersToken)
    {
        double[][] start = Targets.Start(10, 2);
        using var source = new CancellationTokenSource();
        int calls = 0;
        var cancelling = new EnsembleSampler(new FromBatch((points, values, token) =>
        {
            // Call 1 is the start, and each step makes two: this is the second half of step 8.
            if (++calls == 17)
            {
                source.Cancel();
                if (densityAnswersToken)
                    token.ThrowIfCancellationRequested();
            }

            Normal(points, values);
        }));
        var plain = new EnsembleSampler(Targets.Normal(2));
        int whole = densityAnswersToken ? 7 : 8;

        Chain chain = cancelling.Run(start, 100, cancellationToken: source.Token);

        chain.IsComplete.Should().BeFalse();
        chain.Steps.Should().Be(whole);
        Chain more = plain.Continue(chain, 100 - whole);
        more.IsComplete.Should().BeTrue();
        more.Positions.ToArray().Should().Equal(plain.Run(start, 100).Positions.ToArray());
        more.AcceptanceFractions.Should().Equal(plain.Run(start, 100).AcceptanceFractions);
    }

    [Test]
    public void Run_CancelledBetweenTheHalves_UndoesTheFirst()
    {
        double[][] start = Targets.Start(10, 2);
        using var source = new CancellationTokenSource();
        int calls = 0;
        var sampler = new EnsembleSampler(new FromBatch((points, values, _) =>
        {
            if (++calls == 6)
                source.Cancel();
            Normal(points, values);
        }));

        Chain chain = sampler.Run(start, 100, cancellationToken: source.Token);

        calls.Should().Be(6, "the second half of step 3 is not evaluated any more");
        chain.Steps.Should().Be(2);
        chain.Last.ToJson().Should().Be(new EnsembleSampler(Targets.Normal(2)).Run(start, 2).Last.ToJson());
    }

    [Test]
    public void Run_CancelledByProgress_StopsAfterThatStep()
    {
        using var source = new CancellationTokenSource();
        Chain chain = new EnsembleSampler(Targets.Normal(2)).Run(Targets.Start(10, 2), 100, new CancelAt(source, 12), source.Token);

        chain.Steps.Should().Be(12);
        chain.IsComplete.Should().BeFalse();
    }

    [Test]
    public void Run_CancelledBeforeTheStartIsKnown_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        FluentActions.Invoking(() => new EnsembleSampler(Targets.Normal(2)).Run(Targets.Start(10, 2), 5, cancellationToken: source.Token))
            .Should().Throw<OperationCanceledException>();
    }

    [Test]
    public void Continue_CancelledAtOnce_KeepsTheOldSteps()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var sampler = new EnsembleSampler(Targets.Normal(2));
        Chain chain = sampler.Run(Targets.Start(10, 2), 5);

        Chain more = sampler.Continue(chain, 5, cancellationToken: source.Token);

        more.IsComplete.Should().BeFalse();
        more.Positions.ToArray().Should().Equal(chain.Positions.ToArray());
    }

    [TestCase(1)]
    [TestCase(4)]
    public void Run_FunctionDensity_StopsBetweenPoints(int threads)
    {
        using var source = new CancellationTokenSource();
        int calls = 0;
        ILogDensity density = LogDensity.FromFunction(
            1,
            x =>
            {
                if (Interlocked.Increment(ref calls) == 40)
                    source.Cancel();
                return -x[0] * x[0];
            },
            threads);

        Chain chain = new EnsembleSampler(density).Run(Targets.Start(20, 1), 100, cancellationToken: source.Token);

        chain.IsComplete.Should().BeFalse();
        // 20 calls for the start and 20 per step; the call number 40 may be the last of step 1.
        chain.Steps.Should().BeLessThanOrEqualTo(1);
        calls.Should().BeLessThanOrEqualTo(40 + threads);
    }

    [Test]
    public void Run_DensityCancelsForAReasonOfItsOwn_PassesOn()
    {
        int calls = 0;
        var sampler = new EnsembleSampler(new FromBatch((points, values, _) =>
        {
            if (++calls == 4)
                throw new OperationCanceledException("time out of the density itself");
            Normal(points, values);
        }));

        FluentActions.Invoking(() => sampler.Run(Targets.Start(10, 2), 5)).Should().Throw<OperationCanceledException>().WithMessage("time out*");
    }

    internal static void Normal(ReadOnlySpan<double> points, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = -0.5 * Targets.Dot(points.Slice(2 * i, 2), points.Slice(2 * i, 2));
    }

    internal delegate void Batch(ReadOnlySpan<double> points, Span<double> values, CancellationToken token);

    internal sealed class FromBatch(Batch batch) : ILogDensity
    {
        public int Dimension => 2;

        public IReadOnlyList<string> BlobNames => [];

        public void Evaluate(ReadOnlySpan<double> points, Span<double> logDensities, Span<double> blobs, CancellationToken cancellationToken) =>
            batch(points, logDensities, cancellationToken);
    }

    private sealed class CancelAt(CancellationTokenSource source, int step) : IProgress<SamplerProgress>
    {
        public void Report(SamplerProgress value)
        {
            if (value.Step == step)
                source.Cancel();
        }
    }
}
