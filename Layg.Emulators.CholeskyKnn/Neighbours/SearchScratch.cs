namespace Layg.Emulators.CholeskyKnn.Neighbours;

/// <summary>Working memory of a thread's queries; it grows to the largest k seen and is then reused.</summary>
internal sealed class SearchScratch
{
    /// <summary>One frame per height; eight children per node cover every count that an int can hold.</summary>
    private const int MaxHeight = 12;

    [ThreadStatic]
    private static SearchScratch? Mine;

    private readonly SearchFrame[] _frames = new SearchFrame[MaxHeight];

    private SearchScratch()
    {
    }

    /// <summary>The working memory of the running thread.</summary>
    public static SearchScratch OfThread => Mine ??= new SearchScratch();

    /// <summary>The best points seen so far.</summary>
    public CandidateList Best { get; } = new();

    /// <summary>The opened nodes, by height.</summary>
    public Span<SearchFrame> Frames => _frames;
}
