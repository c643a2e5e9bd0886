namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>
/// -|sin x cos y exp |1 - √(x² + y²)/π|| in [-10, 10]²: four equal optima near the corners.
/// Outside, the point counts as at the border, and its squared distance from there is added.
/// </summary>
internal sealed class HolderTable(int dimension)
    : Landscape("holder-table", dimension, domainRadius: Radius, minimumDimension: 2, maximumDimension: 2)
{
    private const double Radius = 10;

    public override double Minimum => -19.208502567886743;

    public override void WriteOptimum(Span<double> destination)
    {
        destination[0] = 8.055023472141116;
        destination[1] = 9.664590028909654;
    }

    public override double Evaluate(Span<double> z)
    {
        double x = Math.Clamp(z[0], -Radius, Radius);
        double y = Math.Clamp(z[1], -Radius, Radius);
        double outside = (z[0] - x) * (z[0] - x) + (z[1] - y) * (z[1] - y);
        double height = Math.Sin(x) * Math.Cos(y) * Math.Exp(Math.Abs(1 - Math.Sqrt(x * x + y * y) / Math.PI));
        return outside - Math.Abs(height);
    }
}
