using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Shared.Tensors;

namespace Layg.Emulators.CholeskyKnn.Tests;

public sealed class HouseholderKernelTests
{
    [TestCase(3, 1, 1), TestCase(12, 6, 1), TestCase(13, 6, 2), TestCase(42, 21, 1), TestCase(90, 45, 3), TestCase(7, 5, 5)]
    public void Factor_RandomDesign_GivesLastCoefficientLeverageAndResidual(int rows, int columns, int targets)
    {
        RandomStream random = new(rows);
        Matrix<double> design = DenseMatrix.Create(rows, columns, (_, _) => random.NextNormal());
        Matrix<double> values = DenseMatrix.Create(rows, targets, (_, _) => random.NextNormal());
        int stride = HouseholderKernel.Stride(rows);
        var matrix = new double[stride * (columns + targets)];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns + targets; j++)
                matrix[(j * stride) + i] = j < columns ? design[i, j] : values[i, j - columns];
        }

        HouseholderKernel.Factor(matrix, stride, columns, columns + targets, 1e10, out double diagonal).Should().Be(columns);

        Matrix<double> gram = (design.Transpose() * design).Inverse();
        Matrix<double> coefficients = gram * (design.Transpose() * values);
        Matrix<double> residuals = values - (design * coefficients);
        (1 / (diagonal * diagonal)).Should().BeApproximately(gram[columns - 1, columns - 1], 1e-9 * gram[columns - 1, columns - 1]);
        for (int t = 0; t < targets; t++)
        {
            ReadOnlySpan<double> column = matrix.AsSpan((columns + t) * stride, stride);
            (column[columns - 1] / diagonal).Should().BeApproximately(coefficients[columns - 1, t], 1e-9);
            double squares = 0;
            foreach (double v in column[columns..])
                squares += v * v;
            Math.Sqrt(squares).Should().BeApproximately(residuals.Column(t).L2Norm(), 1e-9);
        }
    }

    [Test]
    public void Factor_LastColumnDepends_ReturnsZero()
    {
        double[] matrix = [1, 2, 3, 4, 2, 4, 6, 8, 1, 1, 1, 1];

        HouseholderKernel.Factor(matrix, 4, 2, 3, 1e10, out _).Should().Be(0);
    }

    [Test]
    public void Factor_ZeroLastColumn_ReturnsZero()
    {
        double[] matrix = [0, 0, 0, 0, 2, 4, 6, 8];

        HouseholderKernel.Factor(matrix, 4, 1, 2, 1e10, out _).Should().Be(0);
    }

    [Test]
    public void Factor_NaN_ReturnsZero()
    {
        double[] matrix = [double.NaN, 0, 0, 0, 2, 4, 6, 8, 1, 1, 1, 1];

        HouseholderKernel.Factor(matrix, 4, 2, 3, 1e10, out _).Should().Be(0);
    }

    [Test]
    public void Factor_EarlierColumnsDepend_LeavesThemOut()
    {
        // Slope, twice the slope, a zero column, the constant; values 3 + 2 x.
        double[] matrix = [1, 2, 3, 5, 2, 4, 6, 10, 0, 0, 0, 0, 1, 1, 1, 1, 5, 7, 9, 13];

        HouseholderKernel.Factor(matrix, 4, 4, 5, 1e10, out double diagonal).Should().Be(2);

        (matrix[16 + 1] / diagonal).Should().BeApproximately(3, 1e-12);
        matrix[16 + 2].Should().BeApproximately(0, 1e-12);
        matrix[16 + 3].Should().BeApproximately(0, 1e-12);
    }
}
