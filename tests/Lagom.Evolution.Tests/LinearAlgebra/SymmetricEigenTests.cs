using Lagom.Evolution.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra;
using Shared.Tensors;

namespace Lagom.Evolution.Tests.LinearAlgebra;

public sealed class SymmetricEigenTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(8)]
    [TestCase(17)]
    [TestCase(40)]
    [TestCase(100)]
    public void Decompose_RandomMatrix_MatchesMathNet(int size)
    {
        double[] matrix = RandomSymmetric(size, 1);
        var values = new double[size];
        var vectors = new double[size * size];
        new SymmetricEigen(size).Decompose(matrix, values, vectors).Should().BeTrue();
        CheckDecomposition(matrix, values, vectors, size);
        double[] expected = [.. Matrix<double>.Build.DenseOfColumnMajor(size, size, matrix).Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real).Order()];
        values.AsSpan().ToArray().Should().Equal(expected, (a, b) => Math.Abs(a - b) < 1e-11 * size);
    }

    [TestCase(5)]
    [TestCase(20)]
    public void Decompose_DiagonalAndZeroAndGraded_AreExact(int size)
    {
        var values = new double[size];
        var vectors = new double[size * size];
        var eigen = new SymmetricEigen(size);
        var matrix = new double[size * size];
        eigen.Decompose(matrix, values, vectors).Should().BeTrue();
        values.Should().OnlyContain(value => value == 0);
        for (int i = 0; i < size; i++)
            matrix[i * size + i] = Math.Pow(10, -i);
        eigen.Decompose(matrix, values, vectors).Should().BeTrue();
        values.Should().Equal(Enumerable.Range(0, size).Select(i => Math.Pow(10, i - size + 1)), (a, b) => Math.Abs(a - b) <= 1e-15 * b);
    }

    [TestCase(1e-120)]
    [TestCase(1e-100)]
    [TestCase(1e-20)]
    [TestCase(1e20)]
    [TestCase(1e50)]
    [TestCase(1e120)]
    public void Decompose_ScaledMatrix_HasTheScaledValuesAndOrthonormalVectors(double scale)
    {
        const int size = 23;
        double[] matrix = RandomSymmetric(size, 7), scaled = Array.ConvertAll(matrix, number => number * scale);
        double[] expected = new double[size], values = new double[size], vectors = new double[size * size];
        new SymmetricEigen(size).Decompose(matrix, expected, vectors).Should().BeTrue();
        new SymmetricEigen(size).Decompose(scaled, values, vectors).Should().BeTrue();
        CheckDecomposition(matrix, Array.ConvertAll(values, value => value / scale), vectors, size);
        values.Should().Equal(expected, (value, unscaled) => Math.Abs(value / scale - unscaled) < 1e-12);
    }

    [TestCase(0.5)]
    [TestCase(2)]
    [TestCase(8)]
    public void Decompose_GradedMatrix_HasOrthonormalVectorsAndRestoresIt(double decades)
    {
        const int size = 30;
        double[] matrix = RandomSymmetric(size, 8), values = new double[size], vectors = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
                matrix[i * size + j] *= Math.Pow(10, -decades * (i + j) / 2);
        }

        new SymmetricEigen(size).Decompose(matrix, values, vectors).Should().BeTrue();
        CheckDecomposition(matrix, values, vectors, size);
    }

    [Test]
    public void Decompose_NotANumber_SaysNo()
    {
        double[] matrix = RandomSymmetric(6, 2);
        matrix[7] = double.NaN;
        new SymmetricEigen(6).Decompose(matrix, new double[6], new double[36]).Should().BeFalse();
    }

    [Test]
    public void OpenBlas_WhereInstalled_AgreesWithManaged()
    {
        if (!OpenBlas.IsAvailable)
            Assert.Ignore("OpenBLAS is not installed.");
        const int size = 33, rows = 21;
        double[] matrix = RandomSymmetric(size, 3);
        double[] a = new double[rows * size], ours = new double[rows * size], theirs = new double[rows * size];
        new RandomStream(4).FillNormal(a);
        MatrixProduct.Multiply(a, matrix, ours, rows, size, size);
        OpenBlas.Multiply(a, matrix, theirs, rows, size, size);
        ours.Should().Equal(theirs, (x, y) => Math.Abs(x - y) < 1e-12);

        double[] left = (double[])matrix.Clone(), right = (double[])matrix.Clone();
        MatrixProduct.AddSymmetric(a, a, left, rows, size);
        OpenBlas.AddSymmetric(a, a, right, rows, size);
        left.Should().Equal(right, (x, y) => Math.Abs(x - y) < 1e-12);

        var values = new double[size];
        var vectors = new double[size * size];
        double[] work = [];
        int[] integerWork = [];
        OpenBlas.Decompose(matrix, values, vectors, size, ref work, ref integerWork).Should().BeTrue();
        CheckDecomposition(matrix, values, vectors, size);
    }

    [TestCase(3, 5, 7)]
    [TestCase(4, 300, 16)]
    [TestCase(9, 2, 37)]
    public void Multiply_AnyShape_IsTheSumOfProducts(int rows, int inner, int columns)
    {
        double[] a = new double[rows * inner], b = new double[inner * columns], result = new double[rows * columns];
        new RandomStream(5).FillNormal(a);
        new RandomStream(6).FillNormal(b);
        MatrixProduct.Multiply(a, b, result, rows, inner, columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double expected = Enumerable.Range(0, inner).Sum(k => a[i * inner + k] * b[k * columns + j]);
                result[i * columns + j].Should().BeApproximately(expected, 1e-12 * inner);
            }
        }
    }

    private static double[] RandomSymmetric(int size, long seed)
    {
        var matrix = new double[size * size];
        new RandomStream(seed).FillNormal(matrix);
        MatrixProduct.Mirror(matrix, size);
        return matrix;
    }

    private static void CheckDecomposition(double[] matrix, double[] values, double[] vectors, int size)
    {
        Matrix<double> a = Matrix<double>.Build.DenseOfRowMajor(size, size, matrix), v = Matrix<double>.Build.DenseOfRowMajor(size, size, vectors);
        values.Should().BeInAscendingOrder();
        (v * v.Transpose() - Matrix<double>.Build.DenseIdentity(size)).FrobeniusNorm().Should().BeLessThan(1e-13 * size);
        (v.Transpose() * Matrix<double>.Build.DenseOfDiagonalArray(values) * v - a).FrobeniusNorm().Should().BeLessThan(1e-13 * size * a.FrobeniusNorm());
    }
}
