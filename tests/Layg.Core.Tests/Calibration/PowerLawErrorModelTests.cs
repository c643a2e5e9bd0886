using System.Text.Json;
using Shared.Tensors;

namespace Layg.Calibration.Tests;

public sealed class PowerLawErrorModelTests
{
    [TestCaseSource(nameof(Cases))]
    public void Fit_GoldenCases_ReachesTheGlobalOptimum(string name)
    {
        JsonElement golden = Golden.Read("error_model.json").GetProperty("power_model").EnumerateArray()
            .Single(c => string.Equals(c.GetProperty("name").GetString(), name, StringComparison.Ordinal));
        double[] distances = golden.GetProperty("distance").Numbers();
        double[] errors = golden.GetProperty("error").Numbers();

        PowerLawErrorModel model = PowerLawErrorModel.Fit(errors, distances, 1);

        double best = golden.Number("best_cost");
        double squares = errors.Sum(e => e * e);
        double cost = Cost(model, errors, distances);
        TestContext.Out.WriteLine($"{name}: a {model.Linear} b {model.Factor} c {model.Exponent} cost {cost:E10} best {best:E10}");

        // Costs at rounding level (exact cases) are compared with the size of the errors instead.
        cost.Should().BeLessOrEqualTo((best * (1 + 1e-6)) + (1e-14 * squares));
        double[] curve = golden.GetProperty("curve").Numbers();
        double[] at = golden.GetProperty("curve_d").Numbers();
        double largest = curve.Max(Math.Abs);
        for (int i = 0; i < at.Length; i++)
            model.Bar(at[i]).Should().BeApproximately(curve[i], (1e-3 * largest) + 1e-4);
    }

    [Test]
    public void Fit_RandomData_IsNotBeatenByAnyCandidate()
    {
        RandomStream random = new(9);
        for (int round = 0; round < 20; round++)
        {
            double[] distances = [.. Enumerable.Range(0, 40).Select(_ => 2 * random.NextDouble())];
            double[] errors = [.. distances.Select(d => Math.Abs(random.NextNormal()) * (0.1 + (round * Math.Pow(d, round % 7))))];
            PowerLawErrorModel model = PowerLawErrorModel.Fit(errors, distances, 1);
            double cost = Cost(model, errors, distances);
            for (int i = 0; i < 2000; i++)
            {
                PowerLawErrorModel other = new(10 * random.NextDouble(), 10 * random.NextDouble(), 10 * random.NextDouble(), 1);
                cost.Should().BeLessOrEqualTo(Cost(other, errors, distances) * (1 + 1e-9));
            }
        }
    }

    [Test]
    public void Fit_OutputsOfAnotherUnit_ScalesTheBar()
    {
        double[] distances = [.. Enumerable.Range(1, 50).Select(i => i / 25.0)];
        double[] errors = [.. distances.Select(d => (0.3 * d) + (0.2 * d * d * d))];

        PowerLawErrorModel small = PowerLawErrorModel.Fit(errors, distances, 2);
        PowerLawErrorModel large = PowerLawErrorModel.Fit([.. errors.Select(e => 1e6 * e)], distances, 2e6);

        large.Bar(1.5).Should().BeApproximately(1e6 * small.Bar(1.5), 1);
        small.Bar(1.5).Should().BeApproximately(0.45 + (0.2 * 3.375), 1e-6);
    }

    [Test]
    public void Fit_ConstantOutputs_TakesErrorsAsTheyAre() =>
        PowerLawErrorModel.Fit([0, 0, 0], [0.1, 0.2, 0], 0).Bar(0.3).Should().Be(0);

    [TestCase(-1, 0, 0, 1), TestCase(0, 11, 0, 1), TestCase(0, 0, double.NaN, 1), TestCase(0, 0, 0, 0)]
    public void Constructor_OutOfRange_Throws(double a, double b, double c, double scale) =>
        FluentActions.Invoking(() => new PowerLawErrorModel(a, b, c, scale)).Should().Throw<ArgumentOutOfRangeException>();

    private static IEnumerable<string> Cases() =>
        Golden.Read("error_model.json").GetProperty("power_model").EnumerateArray().Select(c => c.GetProperty("name").GetString()!);

    private static double Cost(PowerLawErrorModel model, double[] errors, double[] distances) =>
        0.5 * errors.Zip(distances, (e, d) => Math.Pow(e - model.Bar(d), 2)).Sum();
}
