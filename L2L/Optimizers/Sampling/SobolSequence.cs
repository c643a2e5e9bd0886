namespace L2L;

/// <summary>Sobol's sequence of points that fill the unit cube evenly, moved by a random shift of the digits where wanted.</summary>
internal sealed class SobolSequence
{
    public const int MaxDimension = 128;
    private const int Bits = 32;
    private readonly uint[][] _directions;
    private readonly uint[] _shift;

    public SobolSequence(int dimension, RandomStream? shift)
    {
        OptionCheck.Require(dimension is >= 1 and <= MaxDimension, nameof(dimension), dimension, $"1 to {MaxDimension}");
        _directions = [.. Enumerable.Range(0, dimension).Select(Directions)];
        _shift = new uint[dimension];
        for (int i = 0; shift is not null && i < dimension; i++)
            _shift[i] = (uint)(shift.NextUInt64() >> 32);
    }

    /// <summary>The point of a number, from 0, in [0, 1).</summary>
    public double[] Point(long number)
    {
        ulong gray = (ulong)(number ^ (number >> 1));
        var point = new double[_directions.Length];
        for (int i = 0; i < point.Length; i++)
        {
            uint digits = _shift[i];
            for (int bit = 0; bit < Bits && gray >> bit != 0; bit++)
            {
                if (((gray >> bit) & 1) != 0)
                    digits ^= _directions[i][bit];
            }

            point[i] = digits * Math.Pow(2, -Bits);
        }

        return point;
    }

    private static uint[] Directions(int coordinate)
    {
        var v = new uint[Bits];
        if (coordinate == 0)
        {
            for (int k = 0; k < Bits; k++)
                v[k] = 1u << (Bits - 1 - k);
            return v;
        }

        int[] row = SobolTable.Rows[coordinate - 1];
        int degree = row[0], inner = row[1];
        for (int k = 0; k < Bits; k++)
        {
            if (k < degree)
            {
                v[k] = (uint)row[2 + k] << (Bits - 1 - k);
                continue;
            }

            v[k] = v[k - degree] ^ (v[k - degree] >> degree);
            for (int j = 1; j < degree; j++)
            {
                if (((inner >> (degree - 1 - j)) & 1) != 0)
                    v[k] ^= v[k - j];
            }
        }

        return v;
    }
}
