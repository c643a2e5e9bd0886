namespace L2L.Tests.Optimizers;

public sealed class MultiObjectiveTests
{
    private const int Variables = 30;
    private static readonly FitnessWeights Both = new(-1, -1);

    [Test]
    public void Hypervolume_KnownSets_IsTheirVolume()
    {
        Hypervolume.Of([[1.0, 3], [2, 2], [3, 1]], [0, 0]).Should().Be(6);
        Hypervolume.Of([[1.0, 3], [2, 2], [3, 1], [1, 1], [5, -1]], [0, 0]).Should().Be(6);
        Hypervolume.Of([[1.0, 2, 3]], [0, 0, 0]).Should().Be(6);
        Hypervolume.Of([[1.0, 2, 3], [3, 2, 1]], [0, 0, 0]).Should().Be(6 + 6 - 2);
        Hypervolume.Of([[2.0]], [0.5]).Should().Be(1.5);
        Hypervolume.Of([], [0, 0]).Should().Be(0);
        FluentActions.Invoking(() => Hypervolume.Of([[1.0]], [0, 0])).Should().Throw<ArgumentException>().WithMessage("*1 numbers; the reference has 2*");
    }

    [Test]
    public void Hypervolume_ManyPoints_AgreesWithCounting()
    {
        var random = new RandomStream(3);
        double[][] points = [.. Enumerable.Range(0, 12).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        double[][] probes = [.. Enumerable.Range(0, 40000).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        double counted = probes.Count(q => points.Any(p => p.Zip(q, (x, y) => x >= y).All(x => x))) / (double)probes.Length;
        Hypervolume.Of(points, [0, 0, 0, 0]).Should().BeApproximately(counted, 0.01);
    }

    [Test]
    public void Sort_KnownSet_GivesTheFronts()
    {
        IReadOnlyList<double>[] points = [[1.0, 1], [3, 1], [1, 3], [2, 2], [0, 0]];
        ParetoFront.Sort(points).Select(f => f.Order().ToArray()).Should().BeEquivalentTo(new[] { new[] { 1, 2, 3 }, [0], [4] }, o => o.WithStrictOrdering());
        ParetoFront.Crowding([[0.0, 4], [1, 2], [4, 0]]).Should().Equal(double.PositiveInfinity, 2, double.PositiveInfinity);
    }

    [Test]
    public void Nsga_FailuresWithTheFitnessOfAPolicy_AreNeverInTheFront()
    {
        var problem = new SearchProblem(new ParameterSpace(new VectorParameter("x", 3, 0, 1)), Both);
        var optimizer = new NsgaII(problem, new NsgaIIOptions { PopulationSize = 8, Generations = 5, Seed = 1 });
        while (optimizer.StopReason == StopReason.None)
        {
            // A penalty that is carelessly good: it dominates everything.
            optimizer.Tell([.. optimizer.Ask().Select(i => i.Index % 2 == 0
                ? new Evaluation(i, new FitnessVector(-1, -1)) { Status = i.Index == 0 ? EvaluationStatus.TimedOut : EvaluationStatus.Failed }
                : new Evaluation(i, Zdt(1, i.Parameters.Vector("x"))))]);
            var resumed = new NsgaII(problem, optimizer.Options);
            resumed.LoadState(OptimizerState.Parse(optimizer.SaveState().ToJson()));
            foreach (OptimizerResult result in (OptimizerResult[])[optimizer.End(), resumed.End()])
                result.Front.Should().NotBeEmpty().And.OnlyContain(e => !e.IsFailure && e.Fitness[0] >= 0);
        }

        optimizer.Details["front_size"].AsInteger().Should().Be(optimizer.End().Front.Count);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [Category("Long")]
    public void Nsga_Zdt_ReachesTheFrontsHypervolumeWithinOnePercent(int number)
    {
        // The area between the true front and (1.1, 1.1): 121/100 - 1/3 and 121/100 - 2/3; the third one's five pieces are integrated.
        double known = number switch { 1 => 1.21 - 1.0 / 3, 2 => 1.21 - 2.0 / 3, _ => Zdt3Volume() };
        var space = new ParameterSpace(new VectorParameter("x", Variables, 0, 1));
        var optimizer = new NsgaII(new SearchProblem(space, Both), new NsgaIIOptions { PopulationSize = 200, Generations = 300, Seed = 1 });
        OptimizerResult result = Quick.Run(optimizer, set => Zdt(number, set.Vector("x")));
        double volume = Hypervolume.Of(result.Front.Select(e => (IReadOnlyList<double>)Both.Apply(e.Fitness)), [-1.1, -1.1]);
        TestContext.Out.WriteLine($"ZDT{number}: {volume:f5} of {known:f5}, {100 * (1 - volume / known):f2} % short");
        volume.Should().BeInRange(0.99 * known, known + 1e-9);
    }

    private static FitnessVector Zdt(int number, ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x[1..])
            sum += v;
        double g = 1 + 9 * sum / (x.Length - 1);
        double ratio = x[0] / g;
        double h = number switch
        {
            1 => 1 - Math.Sqrt(ratio),
            2 => 1 - ratio * ratio,
            _ => 1 - Math.Sqrt(ratio) - ratio * Math.Sin(10 * Math.PI * x[0]),
        };
        return new FitnessVector(x[0], g * h);
    }

    private static double Zdt3Volume()
    {
        const int steps = 1_000_000;
        double volume = 0, lowest = double.PositiveInfinity;
        for (int i = 0; i < steps; i++)
        {
            double x = (i + 0.5) / steps;
            lowest = Math.Min(lowest, 1 - Math.Sqrt(x) - x * Math.Sin(10 * Math.PI * x));
            volume += Math.Max(0, 1.1 - lowest) / steps;
        }

        return volume + 0.1 * (1.1 - lowest);
    }
}
