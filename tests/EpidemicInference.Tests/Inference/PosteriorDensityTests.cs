using EpidemicInference.Inference;
using EpidemicInference.Model;

namespace EpidemicInference.Tests.Inference;

public sealed class PosteriorDensityTests
{
    [Test]
    public void Evaluate_PointOutsideThePrior_IsNotAsked()
    {
        var source = new RecordingSource();
        var density = new PosteriorDensity(source);
        double[] points = [0.5, -0.6, 2, 9, -0.6, 2, 0.6, -0.5, 3];
        var logDensities = new double[3];
        var blobs = new double[6];
        density.Evaluate(points, logDensities, blobs, default);

        source.Asked.Should().Equal(0.5, -0.6, 2, 0.6, -0.5, 3);
        logDensities[0].Should().BeApproximately(EpidemicModel.LogPrior(points.AsSpan(0, 3)) - 1, 1e-12);
        logDensities[1].Should().Be(double.NegativeInfinity);
        logDensities[2].Should().BeApproximately(EpidemicModel.LogPrior(points.AsSpan(6, 3)) - 2, 1e-12);
        blobs.Should().Equal(-1, 0.25, 0, 0, -2, 0.25);
        density.TrueCalls.Should().Be(1);
        density.Batches.Should().Equal(new CallBatch(1, 1));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void ExactLikelihood_AnyThreads_IsTheModel(int threads)
    {
        var model = new EpidemicModel();
        double[] points = [0.5, -0.6, 2, 0.6, -0.5, 3, 0.4, -0.7, 1];
        var values = new double[3];
        var bars = new double[] { 1, 1, 1 };
        using var exact = new ExactLikelihood(model, threads);
        exact.Evaluate(points, values, bars, default).Should().Be(new CallBatch(3, 0));
        for (int i = 0; i < 3; i++)
            values[i].Should().Be(model.LogLikelihood(points.AsSpan(3 * i, 3)));
        bars.Should().OnlyContain(bar => bar == 0);
    }

    private sealed class RecordingSource : ILikelihoodSource
    {
        public double[] Asked { get; private set; } = [];

        public CallBatch Evaluate(ReadOnlySpan<double> points, Span<double> logLikelihoods, Span<double> errorBars, CancellationToken cancellationToken)
        {
            Asked = points.ToArray();
            for (int i = 0; i < logLikelihoods.Length; i++)
                logLikelihoods[i] = -1 - i;
            errorBars.Fill(0.25);
            return new CallBatch(1, 1);
        }

        public void Dispose()
        {
        }
    }
}
