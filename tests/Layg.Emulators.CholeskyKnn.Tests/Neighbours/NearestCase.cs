using FsCheck;
using FsCheck.Fluent;

namespace Layg.Emulators.CholeskyKnn.Tests.Neighbours;

/// <summary>A random task: a set of points, a query near or among them, and a number of neighbours.</summary>
internal sealed record NearestCase(string Kind, int Count, int Dimension, int K, int Seed)
{
    public double[] Points => PointSets.Create(Enum.Parse<PointSets.Kind>(Kind), Count, Dimension, Seed);

    /// <summary>Queries of the same kind, so that lattice queries tie, and some beside the points.</summary>
    public double[][] Queries
    {
        get
        {
            PointSets.Kind[] kinds = [Enum.Parse<PointSets.Kind>(Kind), PointSets.Kind.Normal, PointSets.Kind.Constant];
            return [.. kinds.Select((kind, i) => PointSets.Create(kind, 1, Dimension, Seed + 1000 + i))];
        }
    }

    /// <summary>Runs a law on random cases and throws, showing the case, where it fails.</summary>
    public static void CheckAll(int cases, Action<NearestCase> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Arbitrary(), law));

    private static Arbitrary<NearestCase> Arbitrary() =>
        (from kind in Gen.Elements(Enum.GetNames<PointSets.Kind>())
         from count in Gen.Choose(0, 500)
         from dimension in Gen.Choose(1, 10)
         from k in Gen.Choose(0, 40)
         from seed in Gen.Choose(0, 1_000_000)
         select new NearestCase(kind, count, dimension, k, seed)).ToArbitrary();
}
