using global::ExpUtils;

namespace Benchmarks.ExpUtils;

/// <summary>A results database in PyExpUtils's format, which both sides read: 100 configurations, a curve of 100 frames per run.</summary>
internal sealed class RunDatabase : IDisposable
{
    private const int Frames = 100;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmarks-");
    private readonly Lazy<string> _path;

    public RunDatabase(int runs)
    {
        string values = string.Join(", ", Enumerable.Range(1, 10).Select(i => FormattableString.Invariant($"{i * 0.1:0.0}")));
        Experiment = ExperimentDescription.Parse($$"""{"metaParameters": {"alpha": [{{values}}], "lambda": [{{values}}]} }""");
        _path = new Lazy<string>(() => Write(runs));
    }

    public ExperimentDescription Experiment { get; }

    public string Path => _path.Value;

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(int runs)
    {
        using SqliteResultStore store = SqliteResultStore.Open(System.IO.Path.Combine(_folder.FullName, "store.sqlite"));
        var collector = new Collector();
        for (long index = 0; index < runs; index++)
        {
            ParameterSet parameters = Experiment.GetParameters(index);
            using IRunWriter writer = store.Begin(Experiment, index);
            collector.SetIndex(index, writer);
            for (int frame = 0; frame < Frames; frame++)
            {
                collector.NextFrame();
                collector.Collect("return", parameters["alpha"].AsDouble() + (parameters["lambda"].AsDouble() * Math.Exp(-frame / 30.0)) + (1e-3 * (index / 100)));
            }

            collector.Reset();
            writer.Complete();
        }

        string path = System.IO.Path.Combine(_folder.FullName, "results.db");
        PyExpUtilsDatabase.Export(store, Experiment, path);
        return path;
    }
}
