namespace Layg.Calibration;

/// <summary>
/// Variable projection for e ≈ a D + b D^c in a box: for a given c the best (a, b) is a convex problem of two unknowns, solved
/// exactly, so that only a search along c remains; a grid finds the valleys and golden section their bottoms.
/// </summary>
/// <remarks>Source: Golub and Pereyra 1973, SIAM J. Numer. Anal. 10, 413.</remarks>
internal sealed class PowerLawSearch
{
    private const int Cells = 200;
    private const int Refinements = 60;
    private const double Golden = 0.6180339887498949;

    private readonly double[] _errors;
    private readonly double[] _distances;
    private readonly double[] _logarithms;
    private readonly double[] _powers;
    private readonly double _sumDD;
    private readonly double _sumDE;

    public PowerLawSearch(ReadOnlySpan<double> errors, ReadOnlySpan<double> distances)
    {
        _errors = errors.ToArray();
        _distances = distances.ToArray();
        _logarithms = new double[_distances.Length];
        _powers = new double[_distances.Length];
        for (int i = 0; i < _distances.Length; i++)
        {
            _logarithms[i] = Math.Log(Math.Max(_distances[i], ConformalErrorBar.SmallestDistance));
            _sumDD += _distances[i] * _distances[i];
            _sumDE += _distances[i] * _errors[i];
        }
    }

    public (double Linear, double Factor, double Exponent) Minimise()
    {
        var costs = new double[Cells + 1];
        for (int i = 0; i <= Cells; i++)
            costs[i] = Best(Exponent(i)).Cost;

        var best = Best(0);
        for (int i = 0; i <= Cells; i++)
        {
            bool valley = (i == 0 || costs[i] <= costs[i - 1]) && (i == Cells || costs[i] <= costs[i + 1]);
            if (!valley)
                continue;
            var bottom = Descend(Exponent(Math.Max(i - 1, 0)), Exponent(Math.Min(i + 1, Cells)));
            var node = Best(Exponent(i));
            if (node.Cost < bottom.Cost)
                bottom = node;
            if (bottom.Cost < best.Cost)
                best = bottom;
        }

        return (best.Linear, best.Factor, best.Exponent);
    }

    private static double Exponent(int node) => PowerLawErrorModel.Bound * node / Cells;

    private Candidate Descend(double low, double high)
    {
        double left = high - (Golden * (high - low));
        double right = low + (Golden * (high - low));
        Candidate atLeft = Best(left);
        Candidate atRight = Best(right);
        for (int i = 0; i < Refinements && high - low > 1e-12; i++)
        {
            if (atLeft.Cost <= atRight.Cost)
            {
                high = right;
                (right, atRight) = (left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = Best(left);
            }
            else
            {
                low = left;
                (left, atLeft) = (right, atRight);
                right = low + (Golden * (high - low));
                atRight = Best(right);
            }
        }

        return atLeft.Cost <= atRight.Cost ? atLeft : atRight;
    }

    /// <summary>The best (a, b) for one c: the free optimum where it lies in the box, else the best of the four edges.</summary>
    private Candidate Best(double exponent)
    {
        double sumPP = 0;
        double sumDP = 0;
        double sumPE = 0;
        for (int i = 0; i < _powers.Length; i++)
        {
            double power = Math.Exp(exponent * _logarithms[i]);
            _powers[i] = power;
            sumPP += power * power;
            sumDP += power * _distances[i];
            sumPE += power * _errors[i];
        }

        double determinant = (_sumDD * sumPP) - (sumDP * sumDP);
        if (determinant > 1e-14 * _sumDD * sumPP)
        {
            double a = ((sumPP * _sumDE) - (sumDP * sumPE)) / determinant;
            double b = ((_sumDD * sumPE) - (sumDP * _sumDE)) / determinant;
            if (a is >= 0 and <= PowerLawErrorModel.Bound && b is >= 0 and <= PowerLawErrorModel.Bound)
                return At(a, b, exponent);
        }

        Candidate best = At(0, EdgeOptimum(sumPE, sumPP), exponent);
        best = Lower(best, At(PowerLawErrorModel.Bound, EdgeOptimum(sumPE - (PowerLawErrorModel.Bound * sumDP), sumPP), exponent));
        best = Lower(best, At(EdgeOptimum(_sumDE, _sumDD), 0, exponent));
        return Lower(best, At(EdgeOptimum(_sumDE - (PowerLawErrorModel.Bound * sumDP), _sumDD), PowerLawErrorModel.Bound, exponent));
    }

    private static double EdgeOptimum(double numerator, double denominator) =>
        denominator > 0 ? Math.Clamp(numerator / denominator, 0, PowerLawErrorModel.Bound) : 0;

    private static Candidate Lower(Candidate one, Candidate other) => other.Cost < one.Cost ? other : one;

    private Candidate At(double a, double b, double exponent)
    {
        double sum = 0;
        for (int i = 0; i < _errors.Length; i++)
        {
            double residual = _errors[i] - (a * _distances[i]) - (b * _powers[i]);
            sum += residual * residual;
        }

        return new Candidate(a, b, exponent, 0.5 * sum);
    }

    private readonly record struct Candidate(double Linear, double Factor, double Exponent, double Cost);
}
