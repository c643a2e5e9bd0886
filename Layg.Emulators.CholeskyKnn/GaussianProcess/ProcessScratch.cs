namespace Layg.Emulators.CholeskyKnn;

/// <summary>The working memory of one thread's predictions; grows to the largest seen, then is reused.</summary>
internal sealed class ProcessScratch
{
    [ThreadStatic]
    private static ProcessScratch? Current;

    private double[] _point = [];
    private double[] _means = [];
    private double[] _whitened = [];
    private double[] _query = [];
    private double[] _distances = [];
    private double[] _correlations = [];
    private double[] _second = [];
    private double[] _matrix = [];
    private double[] _deviations = [];
    private double[] _variances = [];
    private int[] _indices = [];

    public static ProcessScratch OfThisThread => Current ??= new ProcessScratch();

    /// <summary>A standardised query.</summary>
    public Span<double> Point(int length) => Grown(ref _point, length);

    /// <summary>Variances of a batch.</summary>
    public Span<double> Variances(int length) => Grown(ref _variances, length);

    /// <summary>Standardised values of one process.</summary>
    public Span<double> Means(int length) => Grown(ref _means, length);

    /// <summary>A query in the coordinates of the domain guard.</summary>
    public Span<double> Whitened(int length) => Grown(ref _whitened, length);

    /// <summary>A query in units of the length scales.</summary>
    public Span<double> Query(int length) => Grown(ref _query, length);

    public Span<int> Indices(int length) => Grown(ref _indices, length);

    public Span<double> Distances(int length) => Grown(ref _distances, length);

    /// <summary>Correlations of the query with the points.</summary>
    public Span<double> Correlations(int length) => Grown(ref _correlations, length);

    public Span<double> Second(int length) => Grown(ref _second, length);

    /// <summary>The lower triangle of a local covariance, row by row.</summary>
    public Span<double> Matrix(int length) => Grown(ref _matrix, length);

    public Span<double> Deviations(int length) => Grown(ref _deviations, length);

    private static Span<T> Grown<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[Math.Max(length, 2 * array.Length)];
        return array.AsSpan(0, length);
    }
}
