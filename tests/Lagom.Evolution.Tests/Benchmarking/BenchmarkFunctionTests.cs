using FsCheck;
using FsCheck.Fluent;
using Lagom.Evolution.Functions;
using Shared.Tensors;

namespace Lagom.Evolution.Tests.Benchmarking;

[TestFixture]
internal sealed class BenchmarkFunctionTests
{
    private static int DimensionFor(string name, int wanted) => name == "holder-table" ? 2 : wanted;

    private static double Value(string name, params double[] x) => BenchmarkFunctions.Create(name, x.Length).Evaluate(x);

    [TestCase("rastrigin", new[] { 5.12 }, 28.924713725785896)]
    [TestCase("styblinski-tang", new[] { 1.0 }, -5)]
    [TestCase("styblinski-tang", new[] { 1.0, 2.0 }, -24)]
    [TestCase("sphere", new[] { 1.0, -2.0, 0.5 }, 5.25)]
    [TestCase("ellipsoid", new[] { 1.0, 1.0, 1.0 }, 1_001_001)]
    [TestCase("cigar", new[] { 3.0, 1.0, 2.0 }, 9 + 5e6)]
    [TestCase("discus", new[] { 3.0, 1.0, 2.0 }, 9e6 + 5)]
    [TestCase("rosenbrock", new[] { 0.0, 0.0, 0.0 }, 2)]
    [TestCase("rosenbrock", new[] { -1.2, 1.0 }, 24.2)]
    [TestCase("rastrigin", new[] { 1.0, 2.0, -3.0 }, 14)]
    [TestCase("different-powers", new[] { 2.0, -2.0 }, 8.246211251235321)] // sqrt(2^2 + 2^6)
    public void Evaluate_KnownPoints_ClosedForm(string name, double[] x, double expected) =>
        Value(name, x).Should().BeApproximately(expected, 1e-12 * Math.Max(1, Math.Abs(expected)));

    [Test]
    public void Evaluate_Ackley_TextbookFormula()
    {
        double[] x = [0.3, -1.7, 2.2];
        double expected = 20 + Math.E - 20 * Math.Exp(-0.2 * Math.Sqrt(x.Sum(v => v * v) / 3)) - Math.Exp(x.Sum(v => Math.Cos(2 * Math.PI * v)) / 3);
        Value("ackley", x).Should().BeApproximately(expected, 1e-12);
    }

    [Test]
    public void Evaluate_Griewank_TextbookFormula()
    {
        double[] x = [10, -35, 200];
        double expected = 1 + x.Sum(v => v * v) / 4000 - Math.Cos(10) * Math.Cos(-35 / Math.Sqrt(2)) * Math.Cos(200 / Math.Sqrt(3));
        Value("griewank", x).Should().BeApproximately(expected, 1e-12);
    }

    [Test]
    public void Evaluate_Schwefel_TextbookFormulaInsideAndPenaltyOutside()
    {
        double[] x = [-250, 499];
        double expected = 2 * 418.9828872724338 - x.Sum(v => v * Math.Sin(Math.Sqrt(Math.Abs(v))));
        Value("schwefel", x).Should().BeApproximately(expected, 1e-9);
        (Value("schwefel", 503) - Value("schwefel", 500)).Should().BeApproximately(9, 1e-9);
    }

    [Test]
    public void Evaluate_Weierstrass_DefinitionOfTheSuite()
    {
        double[] x = [0.1, -0.37];
        double sum = 0;
        double least = 0;
        for (int k = 0; k < 12; k++)
        {
            sum += x.Sum(v => Math.Pow(0.5, k) * Math.Cos(2 * Math.PI * Math.Pow(3, k) * (v + 0.5)));
            least += Math.Pow(0.5, k) * Math.Cos(Math.PI * Math.Pow(3, k));
        }

        Value("weierstrass", x).Should().BeApproximately(10 * Math.Pow(sum / 2 - least, 3), 1e-8);
    }

    [Test]
    public void Evaluate_Katsuura_DefinitionOfTheSuite()
    {
        double[] x = [0.3, -1.45];
        double product = 1;
        for (int i = 1; i <= 2; i++)
        {
            double sum = 0;
            for (int j = 1; j <= 32; j++)
                sum += Math.Abs(Math.Pow(2, j) * x[i - 1] - Math.Round(Math.Pow(2, j) * x[i - 1])) / Math.Pow(2, j);
            product *= Math.Pow(1 + i * sum, 10 / Math.Pow(2, 1.2));
        }

        Value("katsuura", x).Should().BeApproximately(10.0 / 4 * product - 10.0 / 4, 1e-9);
    }

    [Test]
    public void Evaluate_SchaffersF7_DefinitionOfTheSuite()
    {
        double s = Math.Sqrt(5);
        double term = Math.Sqrt(s) + Math.Sqrt(s) * Math.Pow(Math.Sin(50 * Math.Pow(s, 0.2)), 2);
        Value("schaffers-f7", 1, -2).Should().BeApproximately(term * term, 1e-10);
    }

    [TestCase(8.05502, 9.66459)]
    [TestCase(-8.05502, 9.66459)]
    [TestCase(8.05502, -9.66459)]
    [TestCase(-8.05502, -9.66459)]
    public void Evaluate_HolderTable_FourEqualOptima(double x, double y) => Value("holder-table", x, y).Should().BeApproximately(-19.2085, 1e-4);

    [Test]
    public void Evaluate_AtTheOptimum_IsTheMinimum([ValueSource(nameof(AllNames))] string name, [Values(2, 3, 10)] int dimension, [Values(null, 1L, -7L)] long? seed)
    {
        BenchmarkFunction function = Make(name, DimensionFor(name, dimension), seed);
        function.Evaluate(function.Optimum).Should().BeApproximately(function.Minimum, 1e-9);
    }

    [Test]
    public void Evaluate_AnywhereInTheDomain_NotBelowTheMinimum([ValueSource(nameof(AllNames))] string name, [Values(null, 5L)] long? seed)
    {
        BenchmarkFunction function = Make(name, DimensionFor(name, 4), seed);
        var random = new RandomStream(11);
        for (int i = 0; i < 2000; i++)
        {
            double[] x = function.DrawStart(random);
            function.Evaluate(x).Should().BeGreaterThan(function.Minimum - 1e-9);
            // Near the optimum, where a wrong place would show.
            for (int k = 0; k < x.Length; k++)
                x[k] = function.Optimum[k] + 1e-3 * random.NextNormal();
            function.Evaluate(x).Should().BeGreaterThan(function.Minimum - 1e-9);
        }
    }

    [Test]
    public void Evaluate_OneDimension_DefinedWhereTheFormulaIs([ValueSource(nameof(AllNames))] string name)
    {
        Func<BenchmarkFunction> make = () => BenchmarkFunctions.Create(name, 1, seed: 2);
        if (name is "rosenbrock" or "schaffers-f7" or "holder-table")
            make.Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should().Contain(name);
        else
            make().Evaluate(make().Optimum).Should().BeApproximately(make().Minimum, 1e-9);
    }

    [Test]
    public void Evaluate_NaNCoordinate_IsNaN([ValueSource(nameof(AllNames))] string name) =>
        BenchmarkFunctions.Create(name, 2, seed: 3).Evaluate([1, double.NaN]).Should().Be(double.NaN);

    [Test]
    public void Evaluate_WrongLength_NamesBothCounts()
    {
        BenchmarkFunction function = BenchmarkFunctions.Create("ackley", 3);
        Action evaluate = () => function.Evaluate([1, 2]);
        evaluate.Should().Throw<ArgumentException>().WithMessage("*2 coordinates*ackley*3*");
    }

    [Test]
    public void Evaluate_ManyTimes_AllocatesNothing([ValueSource(nameof(AllNames))] string name, [Values(2, 300)] int dimension)
    {
        BenchmarkFunction function = BenchmarkFunctions.Create(name, DimensionFor(name, dimension), seed: 4);
        double[] x = function.DrawStart(new RandomStream(1));
        global::Tests.Support.Allocations.Of(() => function.Evaluate(x)).Should().Be(0);
    }

    [Test]
    public void Create_SameSeed_SameInstance()
    {
        double[] x = [1, -2, 3];
        BenchmarkFunction first = BenchmarkFunctions.Create("rastrigin", 3, seed: 9);
        BenchmarkFunctions.Create("Rastrigin", 3, seed: 9).Evaluate(x).Should().Be(first.Evaluate(x));
        BenchmarkFunctions.Create("rastrigin", 3, seed: 10).Evaluate(x).Should().NotBe(first.Evaluate(x));
    }

    [Test]
    public void Create_UnknownName_ListsTheNames()
    {
        Action create = () => BenchmarkFunctions.Create("spere", 3);
        create.Should().Throw<ArgumentException>().WithMessage("*spere*sphere*");
    }

    [Test]
    public void Evaluate_Sphere_OnlyTheDistanceFromTheOptimumCounts() => Prop.ForAll<long>(seed =>
    {
        BenchmarkFunction function = BenchmarkFunctions.Create("sphere", 5, seed);
        double[] x = function.DrawStart(new RandomStream(seed).Split("point"));
        double expected = 0;
        for (int i = 0; i < x.Length; i++)
            expected += (x[i] - function.Optimum[i]) * (x[i] - function.Optimum[i]);
        function.Evaluate(x).Should().BeApproximately(expected, 1e-10 * expected);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Evaluate_ShiftedOnly_TextbookFormAtTheSameOffset() => Prop.ForAll<long>(seed =>
    {
        BenchmarkFunction shifted = BenchmarkFunctions.Create("ellipsoid", 4, seed, rotate: false);
        double[] offset = [0.5, -1, 2, 0.25];
        double[] x = [.. offset];
        for (int i = 0; i < x.Length; i++)
            x[i] += shifted.Optimum[i];
        shifted.Evaluate(x).Should().BeApproximately(Value("ellipsoid", offset), 1e-6);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Evaluate_RotatedEllipsoid_EigenvaluesOfTheTextbookForm()
    {
        // The trace of the Hessian does not depend on the rotation: sum over axes of f(x* + e_i) = sum of the weights.
        BenchmarkFunction function = BenchmarkFunctions.Create("ellipsoid", 6, seed: 3);
        double trace = 0;
        for (int i = 0; i < 6; i++)
        {
            double[] x = function.Optimum.ToArray();
            x[i] += 1;
            trace += function.Evaluate(x);
        }

        trace.Should().BeApproximately(Enumerable.Range(0, 6).Sum(i => Math.Pow(10, 6 * i / 5.0)), 1e-4);
    }

    [Test]
    public void Landscape_OfTheUser_IsMovedAndTurned()
    {
        var function = new BenchmarkFunction(new Valley(2), seed: 6);
        function.Optimum[0].Should().NotBe(0);
        function.Evaluate(function.Optimum).Should().BeApproximately(7, 1e-12);
        Action make = () => _ = new Valley(0);
        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IReadOnlyList<string> AllNames() => BenchmarkFunctions.Names;

    private static BenchmarkFunction Make(string name, int dimension, long? seed) =>
        seed is { } given ? BenchmarkFunctions.Create(name, dimension, given) : BenchmarkFunctions.Create(name, dimension);

    private sealed class Valley(int dimension) : Landscape("valley", dimension, 3)
    {
        public override double Minimum => 7;

        public override double Evaluate(Span<double> z) => 7 + Math.Abs(z[0]) + z[1] * z[1];
    }
}
