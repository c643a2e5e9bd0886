namespace Tests.Support;

/// <summary>The collector, for tests that count what lives. Linked into every test project.</summary>
internal static class Garbage
{
    /// <summary>Frees what earlier tests left behind, so that it does not go while this one counts.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
