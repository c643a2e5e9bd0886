namespace Lagom.Rl;

/// <summary>Standardises rows of observations by running moments.</summary>
internal sealed class ObservationNormalizer(int size)
{
    private const double Clip = 10;

    private readonly double[] _row = new double[size];
    private readonly float[] _shift = new float[size];
    private readonly float[] _scale = Ones(size);

    public RunningMeanVar Moments { get; } = new(size);

    /// <summary>Takes rows into the moments.</summary>
    public void Learn(ReadOnlySpan<float> rows)
    {
        for (int start = 0; start < rows.Length; start += size)
        {
            for (int i = 0; i < size; i++)
                _row[i] = rows[start + i];
            Moments.Add(_row);
        }

        Refresh();
    }

    /// <summary>Takes over the moments after they were set.</summary>
    public void Refresh()
    {
        for (int i = 0; i < size; i++)
        {
            _shift[i] = (float)Moments.Mean[i];
            _scale[i] = (float)(1 / Math.Sqrt(Moments.Variance[i] + 1e-8));
        }
    }

    public void Apply(ReadOnlySpan<float> rows, Span<float> destination)
    {
        for (int start = 0; start < rows.Length; start += size)
        {
            for (int i = 0; i < size; i++)
                destination[start + i] = Math.Clamp((rows[start + i] - _shift[i]) * _scale[i], (float)-Clip, (float)Clip);
        }
    }

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        ones.AsSpan().Fill(1);
        return ones;
    }
}
