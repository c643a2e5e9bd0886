using Benchmarks.Harness;

namespace Benchmarks.Layg;

/// <summary>Nearest neighbours against SciPy's k-d tree, learnt calls and trainings against the original Python package, and Gaussian processes.</summary>
public sealed class LaygSuite : IBenchmarkSuite
{
    /// <inheritdoc />
    public string Name => "layg";

    /// <inheritdoc />
    public string Description => "k-d tree against scipy.spatial.cKDTree; learner calls and training against layg (PEER_LAYG), Gaussian process against scikit-learn, one thread";

    /// <inheritdoc />
    public IEnumerable<Figure> Run(BenchmarkSettings settings)
    {
        using var scratch = new ScratchFolder();
        using var peer = new PeerProcess("layg_peer.py");
        // One after another, so that the data of a case goes when it is done.
        IEnumerable<BenchmarkCase> cases = KdTreeCases.Create(settings.Quick, peer, scratch)
            .Concat(LearnerCases.Create(settings.Quick, peer, scratch))
            .Concat(GaussianProcessCases.Create(peer, scratch));
        WriteVersions(peer);
        foreach (BenchmarkCase comparison in cases.Where(comparison => settings.Includes(comparison.Name)))
            yield return Interleaved.Measure(Name, comparison, settings.Rounds);
    }

    private static void WriteVersions(PeerProcess peer)
    {
        try
        {
            Console.Error.WriteLine($"The peers run on {peer.Request("hello").ToJsonString()}");
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"There are no peers: {missing.Message}");
        }
    }
}
