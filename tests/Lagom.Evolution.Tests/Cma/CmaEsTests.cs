using System.Text;
using Shared.Tensors;

namespace Lagom.Evolution.Tests.Cma;

public sealed class CmaEsTests
{
    private static readonly StopCriteria Target = new() { TargetValue = 1e-9 };

    [Test]
    public void Weights_OfTwelveInTwentyDimensions_AreThePublishedOnes()
    {
        double[] published =
        [
            0.4024029428, 0.2533890840, 0.1662215645, 0.1043752252, 0.05640347757, 0.01720770576,
            -0.05018713636, -0.1406167894, -0.2203813963, -0.2917332686, -0.3562788884, -0.4152044225,
        ];
        new CmaEs(new double[20], 1).Parameters.Weights.ShouldMatch(published, 1e-9, "weights");
    }

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public void Minimize_MirroredAndOrthogonalDraws_ReachTheTarget(bool mirrored, bool orthogonal)
    {
        EvolutionRun run = Evolve.Minimize(
            Functions.Ellipsoid, Ones(6), 0.5, new CmaEsOptions { Mirrored = mirrored, Orthogonal = orthogonal, Seed = 3, Stop = Target });
        run.StopReasons.Should().Be(StopReasons.TargetReached);
        run.Result.Evaluations.Should().BeLessThan(4000);
    }

    [Test]
    public void Ask_Mirrored_GivesPairsAroundTheMean()
    {
        Population candidates = new CmaEs(Ones(3), 0.5, new CmaEsOptions { PopulationSize = 8, Mirrored = true }).Ask();
        for (int pair = 0; pair < 8; pair += 2)
        {
            for (int j = 0; j < 3; j++)
                (candidates[pair][j] + candidates[pair + 1][j]).Should().BeApproximately(2, 1e-14);
        }
    }

    [Test]
    public void Ask_Orthogonal_GivesOrthogonalSteps()
    {
        Population candidates = new CmaEs(
            new double[5], 1, new CmaEsOptions { PopulationSize = 5, Orthogonal = true, Convention = CmaConvention.Tutorial }).Ask();
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < i; j++)
                System.Numerics.Tensors.TensorPrimitives.Dot<double>(candidates[i], candidates[j]).Should().BeApproximately(0, 1e-13);
        }
    }

    [Test]
    public void Tell_TranslatedCandidates_MovesTheMeanAlongAndNothingElse()
    {
        double[] shift = [10, -20, 30, 40];
        var here = new CmaEs(new double[4], 0.7, new CmaEsOptions { Seed = 5 });
        var there = new CmaEs(shift, 0.7, new CmaEsOptions { Seed = 5 });
        for (int generation = 0; generation < 20; generation++)
        {
            Population asked = here.Ask(), moved = there.Ask();
            double[] values = [.. asked.ToArrays().Select(x => Functions.Rosenbrock(x))];
            here.Tell(values);
            there.Tell(values);
            moved[0][1].Should().BeApproximately(asked[0][1] - 20, 1e-12);
        }

        there.Sigma.Should().BeApproximately(here.Sigma, 1e-12);
        for (int i = 0; i < 4; i++)
            there.Mean[i].Should().BeApproximately(here.Mean[i] + shift[i], 1e-12);
    }

    [Test]
    public void Tell_RotatedCandidates_RotatesTheState()
    {
        const int n = 4;
        double[] rotation = Rotation(n, 9);
        var options = new CmaEsOptions { PopulationSize = 9, Convention = CmaConvention.Tutorial };
        var plain = new CmaEs(new double[n], 0.6, options);
        var rotated = new CmaEs(new double[n], 0.6, options);
        for (int generation = 0; generation < 15; generation++)
        {
            double[][] asked = plain.Ask().ToArrays();
            double[] values = [.. asked.Select(x => Functions.Ellipsoid(x) + x[0])];
            plain.Tell([.. asked.SelectMany(x => x)], values);
            rotated.Tell([.. asked.SelectMany(x => Multiply(rotation, x))], values);
        }

        rotated.Sigma.Should().BeApproximately(plain.Sigma, 1e-9 * plain.Sigma);
        rotated.Mean.ShouldMatch(Multiply(rotation, plain.Mean.ToArray()), 1e-9, "mean");
        rotated.PathC.ShouldMatch(Multiply(rotation, plain.PathC.ToArray()), 1e-8, "path");
    }

    [Test]
    public void Tell_AnyStrictlyIncreasingTransformOfValues_GivesTheSameRun()
    {
        EvolutionResult plain = Run(x => Functions.Rosenbrock(x)), transformed = Run(x => Math.Atan(Functions.Rosenbrock(x) / 100));
        transformed.XFavorite.Should().Equal(plain.XFavorite);

        static EvolutionResult Run(Objective f) => Evolve.Minimize(f, Ones(4), 0.5, new CmaEsOptions { Stop = new StopCriteria { MaxIterations = 30 } }).Result;
    }

    [TestCase(BoundHandling.Transform)]
    [TestCase(BoundHandling.Penalty)]
    public void Minimize_OptimumOnTheBound_IsFoundInside(BoundHandling handling)
    {
        var bounds = new SearchBounds([1, double.NegativeInfinity, -5], [4, 3, 5]);
        EvolutionRun run = Evolve.Minimize(
            x =>
            {
                bounds.Contain(x).Should().BeTrue();
                return Functions.Sphere(x);
            },
            [2, 2, 2], 0.5, new CmaEsOptions { Bounds = bounds, BoundHandling = handling, Seed = 1 });
        run.Result.XBest![0].Should().BeApproximately(1, 1e-6);
        run.Result.FBest.Should().BeApproximately(1, 1e-6);
    }

    [Test]
    public void BoundTransform_RoundTrip_IsTheSamePoint()
    {
        foreach ((double low, double high) in ((double, double)[])[(-1, 2), (0, 0.01), (double.NegativeInfinity, 3), (-2, double.PositiveInfinity)])
        {
            var transform = new BoundTransform(low, high);
            for (double value = Math.Max(low, -4); value <= Math.Min(high, 4); value += 0.001)
                transform.Forward(transform.Inverse(value)).Should().BeApproximately(value, 1e-12);
            for (double value = -50; value < 50; value += 0.37)
                transform.Forward(value).Should().BeInRange(low, high);
        }
    }

    [Test]
    public void Minimize_IntegerCoordinates_FindsTheIntegers()
    {
        double[] best = [3, -7, 0.25, 0.5];
        EvolutionRun run = Evolve.Minimize(
            x =>
            {
                x[0].Should().Be(Math.Round(x[0]));
                double sum = 0;
                for (int i = 0; i < 4; i++)
                    sum += (i < 2 ? 1 : 100) * (x[i] - best[i]) * (x[i] - best[i]);
                return sum;
            },
            [20, 20, 2, 2], 1, new CmaEsOptions { IntegerVariables = [0, 1], Seed = 2, Stop = Target });
        run.StopReasons.Should().Be(StopReasons.TargetReached);
        run.Result.XBest.Should().Equal(best, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Test]
    public void Minimize_FixedCoordinatesAndScales_KeepsAndUsesThem()
    {
        EvolutionRun run = Evolve.Minimize(
            x => x[0] * x[0] + 1e-6 * x[1] * x[1] + (x[2] - 5) * (x[2] - 5), [1, 1000, 1], 0.3,
            new CmaEsOptions { FixedVariables = new Dictionary<int, double> { [2] = 4 }, CoordinateStds = [1, 1000, 1], Stop = new StopCriteria { TargetValue = 1 + 1e-9 } });
        run.StopReasons.Should().Be(StopReasons.TargetReached);
        run.Result.XBest![2].Should().Be(4);
        run.Result.Stds[2].Should().Be(0);
        run.Result.Evaluations.Should().BeLessThan(600);
    }

    [Test]
    public void Inject_GoodPoint_IsAskedAndSpeedsTheSearchUp()
    {
        var strategy = new CmaEs(Ones(5), 0.5, new CmaEsOptions { Seed = 4 });
        double[] near = [0.9, 0.9, 0.9, 0.9, 0.9];
        strategy.Inject(near);
        strategy.Ask()[0].ToArray().Should().Equal(near, (a, b) => Math.Abs(a - b) < 1e-12);
        double[] far = [1e6, 0, 0, 0, 0];
        strategy.Inject(far);
        Population candidates = strategy.Ask();
        Distance(candidates[0], Ones(5)).Should().BeLessThan(0.5 * (Math.Sqrt(5) + 2) + 0.01);

        static double Distance(ReadOnlySpan<double> a, double[] b) => System.Numerics.Tensors.TensorPrimitives.Distance(a, b);
    }

    [Test]
    public void MinStdAndMaxStd_Set_AreKept()
    {
        var strategy = new CmaEs(Ones(4), 0.5, new CmaEsOptions { MinStd = 0.1, MaxStd = 0.6 });
        for (int generation = 0; generation < 100; generation++)
        {
            strategy.Tell([.. strategy.Ask().ToArrays().Select(x => Functions.Sphere(x))]);
            strategy.Result.Stds.Should().OnlyContain(std => std >= 0.1 * (1 - 1e-9) && std <= 0.6 * (1 + 1e-9));
        }
    }

    [Test]
    public void Elitist_BestSoFar_PullsTheSearchBack()
    {
        EvolutionRun run = Evolve.Minimize(Functions.Sphere, Ones(5), 0.5, new CmaEsOptions { Elitist = true, Seed = 8, Stop = Target });
        run.StopReasons.Should().Be(StopReasons.TargetReached);
    }

    [Test]
    public void Minimize_DiagonalInThousandDimensions_Descends()
    {
        EvolutionRun run = Evolve.Minimize(
            Functions.Ellipsoid, Ones(1000), 0.5, new CmaEsOptions { DiagonalIterations = long.MaxValue, Stop = new StopCriteria { MaxIterations = 300 } });
        run.Result.FBest.Should().BeLessThan(0.5 * Functions.Ellipsoid(Ones(1000)));
        run.Result.Stds.Max().Should().BeGreaterThan(1.5 * run.Result.Stds.Min());
    }

    [Test]
    public void DiagonalIterations_Passed_TurnsToTheWholeMatrix()
    {
        var strategy = new CmaEs(Ones(5), 0.5, new CmaEsOptions { DiagonalIterations = 10 });
        for (int generation = 0; generation < 20; generation++)
        {
            bool isDiagonal = Enumerable.Range(0, 25).All(k => k % 6 == 0 || strategy.Covariance()[k] == 0);
            isDiagonal.Should().Be(generation <= 10);
            strategy.Tell([.. strategy.Ask().ToArrays().Select(x => Functions.Rosenbrock(x))]);
        }
    }

    [Test]
    public void Tell_LargeMatricesOfOpenBlas_AgreeWithManagedOnes()
    {
        CmaEs native = Run(LinearAlgebraKind.Automatic), managed = Run(LinearAlgebraKind.Managed);
        native.Sigma.Should().BeApproximately(managed.Sigma, 1e-9);
        native.Mean.ShouldMatch(managed.Mean.ToArray(), 1e-9, "mean");
        ((ReadOnlySpan<double>)native.Covariance()).ShouldMatch(managed.Covariance(), 1e-9, "covariance");

        static CmaEs Run(LinearAlgebraKind kind)
        {
            const int n = 160;
            var strategy = new CmaEs(Ones(n), 0.5, new CmaEsOptions { PopulationSize = 200, LinearAlgebra = kind });
            var draws = new RandomStream(1);
            var candidates = new double[200 * n];
            for (int generation = 0; generation < 5; generation++)
            {
                draws.FillNormal(candidates);
                strategy.Tell(candidates, [.. Enumerable.Range(0, 200).Select(i => Functions.Ellipsoid(candidates.AsSpan(i * n, n)))]);
            }

            return strategy;
        }
    }

    [Test]
    public void Ask_DivergedSearch_SaysSo()
    {
        var strategy = new CmaEs([1, 1], 1e300, new CmaEsOptions { Stop = StopCriteria.Never });
        FluentActions.Invoking(() => Evolve.Run(strategy, x => 1e-200 * x[0])).Should().Throw<InvalidOperationException>().WithMessage("*diverged*");
    }

    [Test]
    public void AskAndTell_AfterTheFirst_DoNotAllocate()
    {
        var strategy = new CmaEs(Ones(10), 0.5, new CmaEsOptions { Stop = StopCriteria.Never });
        var candidates = new double[strategy.PopulationSize * 10];
        var values = new double[strategy.PopulationSize];
        Generation();
        long bytes = global::Tests.Support.Allocations.Of(() =>
        {
            for (int i = 0; i < 20; i++)
                Generation();
        });
        bytes.Should().BeLessThan(4096, "only histories of the stopping rules grow");

        void Generation()
        {
            strategy.Ask(candidates);
            for (int i = 0; i < values.Length; i++)
                values[i] = Functions.Sphere(candidates.AsSpan(i * 10, 10));
            strategy.Tell(values);
        }
    }

    [Test]
    public void LoadState_CovarianceNotPositiveDefinite_SaysSoAndChangesNothing()
    {
        var strategy = new CmaEs(Ones(2), 0.5);
        using var stream = new MemoryStream();
        strategy.SaveState(stream);
        string damaged = Encoding.UTF8.GetString(stream.ToArray())
            .Replace(Base64(strategy.Covariance()), Base64([1, 2, 2, 1]), StringComparison.Ordinal);
        strategy.Invoking(s => s.LoadState(new MemoryStream(Encoding.UTF8.GetBytes(damaged))))
            .Should().Throw<InvalidDataException>().WithMessage("*not positive definite*");
        strategy.Covariance().Should().HaveCount(4).And.Contain(0.0);

        // The JSON writer escapes '+'.
        static string Base64(double[] numbers) =>
            Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan())).Replace("+", "\\u002B", StringComparison.Ordinal);
    }

    private static double[] Ones(int n) => [.. Enumerable.Repeat(1.0, n)];

    private static double[] Multiply(double[] matrix, double[] x) =>
        [.. Enumerable.Range(0, x.Length).Select(i => Enumerable.Range(0, x.Length).Sum(j => matrix[i * x.Length + j] * x[j]))];

    private static double[] Rotation(int n, long seed)
    {
        var draws = new double[n * n];
        new RandomStream(seed).FillNormal(draws);
        MathNet.Numerics.LinearAlgebra.Matrix<double> q = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(n, n, draws).QR().Q;
        return q.ToRowMajorArray();
    }
}
