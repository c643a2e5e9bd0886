using System.Globalization;

namespace Benchmarks.Layg;

/// <summary>How case names write sizes.</summary>
internal static class Sizes
{
    /// <summary>100000 as 1e5.</summary>
    public static string Name(int count) => count.ToString("0e0", CultureInfo.InvariantCulture);
}
