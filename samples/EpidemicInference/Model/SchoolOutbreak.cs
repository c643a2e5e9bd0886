namespace EpidemicInference.Model;

/// <summary>The influenza outbreak of January and February 1978 in a boarding school in the north of England.</summary>
/// <remarks><b>Source:</b> "Influenza in a boarding school", British Medical Journal 1978; 1:587.</remarks>
internal static class SchoolOutbreak
{
    /// <summary>How many boys there were.</summary>
    public const int Population = 763;

    /// <summary>How many boys were infectious on day 0, before the first count.</summary>
    public const int InitiallyInfected = 1;

    /// <summary>How many boys were in bed on days 1 to 14.</summary>
    public static ReadOnlySpan<int> InBed => [3, 8, 26, 76, 225, 298, 258, 233, 189, 128, 68, 29, 14, 4];

    /// <summary>How many days were counted.</summary>
    public static int Days => InBed.Length;
}
