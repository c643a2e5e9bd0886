namespace Layg.Emulators.CholeskyKnn;

/// <summary>The working memory of one thread's predictions: grows to the largest fit seen, then is reused, so that a call allocates nothing.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? Current;

    private double[] _query = [];
    private double[] _distances = [];
    private double[] _values = [];
    private double[] _workspace = [];
    private int[] _indices = [];

    public static Scratch OfThisThread => Current ??= new Scratch();

    /// <summary>A whitened point.</summary>
    public Span<double> Query(int length) => Grown(ref _query, length);

    public Span<double> Distances(int length) => Grown(ref _distances, length);

    public Span<int> Indices(int length) => Grown(ref _indices, length);

    public Span<double> Values(int length) => Grown(ref _values, length);

    /// <summary>Offsets, row scales and the matrix of a local fit.</summary>
    public Span<double> Workspace(int length) => Grown(ref _workspace, length);

    private static Span<T> Grown<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[Math.Max(length, 2 * array.Length)];
        return array.AsSpan(0, length);
    }
}
