using Lagom.Evolution.Functions;
using MathNet.Numerics.LinearAlgebra;
using Shared.Tensors;

namespace Lagom.Evolution.Tests.Strategies;

/// <summary>The matrix updates of (1+1)-CMA-ES and xNES against the same computed with dense matrices.</summary>
[TestFixture]
internal sealed class CovarianceUpdateTests
{
    private const int Dimension = 6;

    private static Matrix<double> Dense(ReadOnlySpan<double> rows) => Matrix<double>.Build.DenseOfRowMajor(Dimension, Dimension, rows.ToArray());

    [Test]
    public void FactoredCovariance_ManyUpdates_KeepsCovarianceAndInverse()
    {
        var random = new RandomStream(3);
        double[] stds = [1, 2, 0.5, 1, 3, 0.1];
        var covariance = new FactoredCovariance(stds);
        Matrix<double> expected = Matrix<double>.Build.DenseOfDiagonalArray([.. stds.Select(s => s * s)]);
        var step = new double[Dimension];
        for (int i = 0; i < 200; i++)
        {
            random.FillNormal(step);
            covariance.Update(0.95, 0.05, step);
            Vector<double> p = Vector<double>.Build.Dense(step);
            expected = 0.95 * expected + 0.05 * p.OuterProduct(p);
        }

        Matrix<double> factor = Dense(covariance.Factor);
        (factor * factor.Transpose() - expected).FrobeniusNorm().Should().BeLessThan(1e-11 * expected.FrobeniusNorm());
        (factor * Dense(covariance.InverseFactor) - Matrix<double>.Build.DenseIdentity(Dimension)).FrobeniusNorm().Should().BeLessThan(1e-10);
    }

    [Test]
    public void FactoredCovariance_PathOfZero_OnlyScales()
    {
        var covariance = new FactoredCovariance([2, 3, 1, 1, 1, 1]);
        covariance.Update(0.25, 0.5, new double[Dimension]);
        covariance.Factor[0].Should().BeApproximately(1, 1e-15);
        covariance.InverseFactor[0].Should().BeApproximately(1, 1e-15);
    }

    [TestCase(0.01)]
    [TestCase(1)]
    [TestCase(3)]
    public void SymmetricExponential_MultiplyRows_EigenvectorsAndExponentialsOfEigenvalues(double scale)
    {
        var random = new RandomStream(5);
        var numbers = new double[Dimension * Dimension];
        random.FillNormal(numbers);
        Matrix<double> exponent = scale * (Dense(numbers) + Dense(numbers).Transpose()) / 4;
        random.FillNormal(numbers);
        Matrix<double> matrix = Dense(numbers);
        var eigen = exponent.Evd(Symmetricity.Symmetric);
        foreach (double sign in new[] { 1.0, -1.0 })
        {
            Matrix<double> expected = matrix * eigen.EigenVectors
                * Matrix<double>.Build.DenseOfDiagonalVector(eigen.EigenValues.Map(value => Math.Exp(sign * value.Real))) * eigen.EigenVectors.Transpose();
            double[] actual = matrix.ToRowMajorArray();
            new SymmetricExponential(Dimension).MultiplyRows(actual, exponent.ToRowMajorArray(), sign);
            (Dense(actual) - expected).FrobeniusNorm().Should().BeLessThan(1e-12 * expected.FrobeniusNorm());
        }
    }

    [Test]
    public void SpectralNorm_SameMatrixOften_IsTheLargestSingularValue()
    {
        var random = new RandomStream(8);
        var numbers = new double[Dimension * Dimension];
        random.FillNormal(numbers);
        var norm = new SpectralNorm(Dimension);
        double estimate = 0;
        for (int i = 0; i < 200; i++)
            estimate = norm.Estimate(numbers);
        estimate.Should().BeApproximately(Dense(numbers).L2Norm(), 1e-9);
        norm.Estimate(new double[Dimension * Dimension]).Should().Be(0);
    }

    [Test]
    public void AxisRatio_RotatedEllipsoid_ApproachesTheRootOfItsCondition()
    {
        BenchmarkFunction function = BenchmarkFunctions.Create("ellipsoid", 4, seed: 3);
        foreach (IEvolutionStrategy strategy in new IEvolutionStrategy[] { new Xnes(new double[4], 1), new OnePlusOneCmaEs(new double[4], 1) })
        {
            FamilyMember.Search(strategy, x => function.Evaluate(x), 1e-9, 10_000);
            strategy.LastGeneration!.Value.AxisRatio.Should().BeInRange(200, 5_000, strategy.Name);
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Xnes_RotatedEllipsoid_IsSolvedWhateverTheAxes(long seed)
    {
        BenchmarkFunction function = BenchmarkFunctions.Create("ellipsoid", 5, seed);
        double[] x0 = [.. function.Optimum.ToArray().Select((x, i) => x + (i % 2 == 0 ? 1 : -2))];
        FamilyMember.Search(new Xnes(x0, 1), x => function.Evaluate(x), 1e-9, 5_000).Best.Should().BeLessThanOrEqualTo(1e-9);
    }
}
