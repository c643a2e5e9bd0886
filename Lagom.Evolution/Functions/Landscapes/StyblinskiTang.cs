namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>½ Σ z_i⁴ - 16 z_i² + 5 z_i: two basins a coordinate, 2^n optima.</summary>
internal sealed class StyblinskiTang(int dimension) : Landscape("styblinski-tang", dimension, domainRadius: 5)
{
    private const double OptimalCoordinate = -2.903534027771177;
    private const double LeastTerm = -39.16616570377141;

    public override double Minimum => LeastTerm * Dimension;

    public override void WriteOptimum(Span<double> destination) => destination.Fill(OptimalCoordinate);

    public override double Evaluate(Span<double> z)
    {
        double sum = 0;
        foreach (double coordinate in z)
        {
            double square = coordinate * coordinate;
            sum += square * square - 16 * square + 5 * coordinate;
        }

        return sum / 2;
    }
}
