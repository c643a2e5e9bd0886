using System.Collections.Frozen;
using Lagom.Evolution.Functions.Landscapes;

namespace Lagom.Evolution.Functions;

/// <summary>The benchmark functions by name.</summary>
/// <remarks>
/// <b>Source:</b> most are those of the noiseless BBOB suite, Hansen, Finck, Ros and Auger (2009), "Real-parameter black-box
/// optimization benchmarking 2009: noiseless functions definitions"; without its boundary penalty and oscillation where not said otherwise.
/// </remarks>
public static class BenchmarkFunctions
{
    private static readonly FrozenDictionary<string, Func<int, Landscape>> Landscapes =
        new Dictionary<string, Func<int, Landscape>>(StringComparer.OrdinalIgnoreCase)
        {
            ["sphere"] = n => new Sphere(n),
            ["ellipsoid"] = n => new Ellipsoid(n),
            ["cigar"] = n => new Cigar(n),
            ["discus"] = n => new Discus(n),
            ["different-powers"] = n => new DifferentPowers(n),
            ["rosenbrock"] = n => new Rosenbrock(n),
            ["rastrigin"] = n => new Rastrigin(n),
            ["ackley"] = n => new Ackley(n),
            ["griewank"] = n => new Griewank(n),
            ["schwefel"] = n => new Schwefel(n),
            ["schaffers-f7"] = n => new SchaffersF7(n),
            ["katsuura"] = n => new Katsuura(n),
            ["weierstrass"] = n => new Weierstrass(n),
            ["gallagher-101"] = n => new Gallagher101(n, seed: 1),
            ["holder-table"] = n => new HolderTable(n),
            ["styblinski-tang"] = n => new StyblinskiTang(n),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Landscapes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes the textbook form of a function.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <param name="dimension">The number of coordinates. Range: at least 1; at least 2 for rosenbrock and schaffers-f7; 2 for holder-table.</param>
    /// <exception cref="ArgumentException">There is no such function, or it does not exist in that dimension.</exception>
    public static BenchmarkFunction Create(string name, int dimension) => new(CreateLandscape(name, dimension));

    /// <summary>Makes the shifted and rotated instance of a seed.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <param name="dimension">The number of coordinates, as in <see cref="Create(string, int)"/>.</param>
    /// <param name="seed">The seed of shift and rotation, and of the peaks of gallagher-101.</param>
    /// <param name="rotate">Whether the axes are turned.</param>
    /// <exception cref="ArgumentException">There is no such function, or it does not exist in that dimension.</exception>
    public static BenchmarkFunction Create(string name, int dimension, long seed, bool rotate = true)
    {
        Landscape landscape = CreateLandscape(name, dimension);
        return new(landscape is Gallagher101 ? new Gallagher101(dimension, seed) : landscape, seed, rotate);
    }

    private static Landscape CreateLandscape(string name, int dimension)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Landscapes.TryGetValue(name, out Func<int, Landscape>? create))
            throw new ArgumentException($"There is no benchmark function '{name}'; there are {string.Join(", ", Names)}.", nameof(name));
        return create(dimension);
    }
}
