namespace L2L.Tests.Optimizers;

/// <summary>Whether optimizers that see integers and categories as rounded coordinates still find their best values.</summary>
public sealed class MixedSpaceTests
{
    private static readonly ParameterSpace Mixed = new(
        new RealParameter("a", -5, 5), new RealParameter("b", 1e-5, 1, log: true), new IntegerParameter("n", 1, 30), new CategoryParameter("kind", "p", "q", "r", "s", "t"));

    private static readonly ParameterSpace Integers = new(
        [.. Enumerable.Range(0, 4).SelectMany(i => (Parameter[])[new RealParameter($"r{i}", -10, 10), new IntegerParameter($"z{i}", -10, 10)]), new IntegerParameter("log", 1, 1024, log: true)]);

    [Test]
    public void BayesianOptimization_CategoriesAndIntegers_IsNearTheBestWithinFortyEvaluations()
    {
        // The best category lies between poor ones: their order means nothing.
        double[] ends = Ends(seeds: 6, seed => new BayesianOptimization(new SearchProblem(Mixed, FitnessWeights.Minimize), new BayesianOptimizationOptions { Generations = 40, Seed = seed }), static set =>
        {
            double kind = set.Text("kind") switch { "p" => 3, "q" => 0, "r" => 5, "s" => 1.5, _ => 4 };
            return Math.Pow(set.Real("a") - 1.3, 2) + Math.Pow(Math.Log10(set.Real("b")) + 3, 2) + Math.Pow((set.Integer("n") - 11) / 4.0, 2) + kind;
        });
        ends[ends.Length / 2].Should().BeLessThan(0.05);
        ends.Should().OnlyContain(end => end < 0.5);
    }

    [Test]
    public void CmaEs_Integers_DoNotFreezeAsTheStepSizeFalls()
    {
        double[] ends = Ends(seeds: 10, seed => new CmaEs(new SearchProblem(Integers, FitnessWeights.Minimize), new CmaEsOptions { PopulationSize = 10, Generations = 200, Seed = seed }), static set =>
        {
            double sum = Math.Pow(Math.Log2(set.Integer("log")) - 5, 2);
            for (int i = 0; i < 4; i++)
                sum += Math.Pow(set.Real($"r{i}") - 1, 2) * (1 + 10 * i) + Math.Pow(set.Integer($"z{i}") - (i * 2 - 3), 2);
            return sum;
        });
        ends.Should().OnlyContain(end => end < 0.01);
    }

    private static double[] Ends(int seeds, Func<int, IOptimizer> create, Func<ParameterSet, FitnessVector> cost) =>
        [.. Enumerable.Range(0, seeds).Select(seed => -Quick.Run(create(seed), cost).BestWeighted).Order()];
}
