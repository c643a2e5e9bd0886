using System.Text.Json.Nodes;
using Benchmarks.Harness;
using Layg.Emulators.CholeskyKnn.Neighbours;

namespace Benchmarks.Layg;

/// <summary>Building a k-d tree over standard-normal points and asking it for the nearest ones, in batches.</summary>
internal static class KdTreeCases
{
    private const int Neighbours = 12;
    private const string PeerName = "scipy.spatial.cKDTree";

    public static IEnumerable<BenchmarkCase> Create(bool quick, PeerProcess peer, ScratchFolder scratch)
    {
        foreach (int count in quick ? (int[])[100_000] : [100_000, 1_000_000])
        {
            foreach (int dimension in (int[])[2, 5, 8])
            {
                foreach (BenchmarkCase comparison in OfSize(count, dimension, quick, peer, scratch))
                    yield return comparison;
            }
        }
    }

    private static IEnumerable<BenchmarkCase> OfSize(int count, int dimension, bool quick, PeerProcess peer, ScratchFolder scratch)
    {
        string size = $"N={Sizes.Name(count)} dim {dimension}";
        int queryCount = dimension switch { 2 => 20_000, 5 => 8_000, _ => 2_000 } / (quick ? 2 : 1);
        var points = new Lazy<double[]>(() => NormalRows(count, dimension, "points"));
        var queries = new Lazy<double[]>(() => NormalRows(queryCount, dimension, "queries"));
        var tree = new Lazy<KdTree>(() => new KdTree(points.Value, dimension));
        var load = new Lazy<JsonObject>(() => peer.Request("load_points", new JsonObject
        {
            ["points"] = scratch.Write("points", points.Value),
            ["queries"] = scratch.Write("queries", queries.Value),
            ["dimension"] = dimension,
        }));

        yield return new BenchmarkCase($"k-d tree build {size}", "ms", Build)
        {
            PeerName = PeerName,
            Peer = () =>
            {
                _ = load.Value;
                return peer.Seconds("build_tree") * 1e3;
            },
        };

        // Two threads only where a round is short.
        foreach (int threads in count <= 100_000 ? (int[])[1, 2] : [1])
        {
            yield return new BenchmarkCase($"k-d tree query k={Neighbours} {size}{(threads == 1 ? "" : $", {threads} threads")}", "us/query", () => Query(threads))
            {
                PeerName = threads == 1 ? PeerName : $"{PeerName}, {threads} workers",
                Peer = () =>
                {
                    _ = load.Value;
                    return peer.Seconds("query_tree", new JsonObject { ["k"] = Neighbours, ["workers"] = threads }) * 1e6 / queryCount;
                },
            };
        }

        double Build()
        {
            double[] rows = points.Value;
            return Timing.MicrosecondsPer(1, () => GC.KeepAlive(new KdTree(rows, dimension))) / 1e3;
        }

        double Query(int threads)
        {
            KdTree built = tree.Value;
            double[] rows = queries.Value;
            var indices = new int[queryCount * Neighbours];
            var distances = new double[queryCount * Neighbours];
            return Timing.MicrosecondsPer(queryCount, () => built.NearestBatch(rows, Neighbours, indices, distances, threads));
        }
    }

    private static double[] NormalRows(int count, int dimension, string label)
    {
        var rows = new double[count * dimension];
        new RandomStream(11).Split(label, dimension).FillNormal(rows);
        return rows;
    }
}
