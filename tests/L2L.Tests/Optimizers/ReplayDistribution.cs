using System.Text.Json;

namespace L2L.Tests.Optimizers;

/// <summary>A normal distribution whose samples are the recorded ones; mean and covariance are compared where they were drawn.</summary>
internal sealed record ReplayDistribution(ReplayDraws Draws, NoisyGaussianDistribution? Noisy = null) : SearchDistribution, ISearchDistribution
{
    private GaussianFit? _fit;

    public GaussianFit Gaussian => _fit!;

    public ParameterSet Fitted => Gaussian.Fitted;

    public override string ToString() => "recorded";

    public override ISearchDistribution Create(int dimension)
    {
        _fit = (GaussianFit)(Noisy?.Create(dimension) ?? new GaussianDistribution().Create(dimension));
        return this;
    }

    public void Fit(IReadOnlyList<double[]> rows, double smoothing, RandomStream random) =>
        Gaussian.Fit(rows, smoothing, Noisy is null ? null : Draws.Normals(rows[0].Length));

    public double[][] Sample(int count, RandomStream random)
    {
        JsonElement draw = Draws.Multivariate.Dequeue();
        Gaussian.Mean!.ShouldBeClose(draw.GetProperty("mean").Numbers());
        for (int i = 0; i < Gaussian.Sampled!.Length; i++)
            Gaussian.Sampled[i].ShouldBeClose(draw.GetProperty("cov")[i].Numbers());
        draw.GetProperty("size").GetInt32().Should().Be(count);
        return draw.GetProperty("result").Rows();
    }

    public void Save(OptimizerState state) => Gaussian.Save(state);

    public void Load(OptimizerState state) => Gaussian.Load(state);
}
