namespace Lagom.Evolution.Functions.Landscapes;

/// <summary>Geometric sequences from 1 to a condition number.</summary>
internal static class Conditioning
{
    /// <summary>Returns condition^(i/(n-1)) for i = 0..n-1; 1 in one dimension.</summary>
    public static double[] Powers(double condition, int count)
    {
        var powers = new double[count];
        for (int i = 0; i < count; i++)
            powers[i] = Math.Pow(condition, Share(i, count));
        return powers;
    }

    /// <summary>i/(n-1), and 0 where n is 1.</summary>
    public static double Share(int i, int count) => count == 1 ? 0 : (double)i / (count - 1);
}
