namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>
/// 418.98… n - Σ z_i sin √|z_i| in [-500, 500]^n: the best optimum lies near a corner, far from the second best.
/// Outside, the coordinate counts as at the border, and its distance from there is punished by its square.
/// </summary>
internal sealed class Schwefel(int dimension) : Landscape("schwefel", dimension, domainRadius: Radius)
{
    private const double Radius = 500;
    private const double OptimalCoordinate = 420.968746359982;

    // -min of -z sin √|z|, the value that makes the least value 0.
    private const double Offset = 418.9828872724337;

    public override void WriteOptimum(Span<double> destination) => destination.Fill(OptimalCoordinate);

    public override double Evaluate(Span<double> z)
    {
        double sum = 0;
        foreach (double coordinate in z)
        {
            double inside = Math.Clamp(coordinate, -Radius, Radius);
            double outside = coordinate - inside;
            sum += Offset - inside * Math.Sin(Math.Sqrt(Math.Abs(inside))) + outside * outside;
        }

        return sum;
    }
}
