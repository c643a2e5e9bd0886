using System.Globalization;
using System.Text.Json;
using L2L.Running.Tests.Support;
using Shared.Tensors.NumPy;

namespace L2L.Running.Tests.Recording;

internal sealed class TrajectoryExportTests
{
    [Test]
    public async Task ToCsv_Run_HasARowForEachEvaluationThatReadsBackExactly()
    {
        using var folder = new TemporaryFolder();
        Trajectory trajectory = (await Sphere.RunAsync(folder.Path)).Trajectory;

        TrajectoryExport.ToCsv(trajectory, folder["run.csv"]);

        string[] lines = await File.ReadAllLinesAsync(folder["run.csv"]);
        lines[0].Should().Be("generation,index,status,attempts,seconds,budget,fitness[0],coords[0],coords[1],kind,shift");
        lines.Should().HaveCount(1 + Sphere.Generations * Sphere.PopulationSize);
        foreach ((string line, Evaluation evaluation) in lines.Skip(1).Zip(trajectory.Evaluations))
        {
            string[] cells = line.Split(',');
            double.Parse(cells[6], CultureInfo.InvariantCulture).Should().Be(evaluation.Fitness[0]);
            double.Parse(cells[8], CultureInfo.InvariantCulture).Should().Be(evaluation.Individual.Parameters.Vector("coords")[1]);
            cells[9].Should().Be(evaluation.Individual.Parameters.Text("kind"));
        }
    }

    [Test]
    public void ToCsv_TextWithCommaAndConditionalParameter_AreQuotedAndLeftEmpty()
    {
        using var folder = new TemporaryFolder();

        TrajectoryExport.ToCsv(Mixed(), folder["mixed.csv"]);

        string[] lines = File.ReadAllLines(folder["mixed.csv"]);
        lines[0].Should().EndWith("fitness[0],fitness[1],a,b");
        lines[1].Should().EndWith(",1,2,\"x,\"\"y\"\"\",0.1");
        lines[2].Should().EndWith(",3,,plain,");
    }

    [Test]
    public async Task ToJson_Run_HoldsTheWholeTrajectory()
    {
        using var folder = new TemporaryFolder();
        Trajectory trajectory = (await Sphere.RunAsync(folder.Path)).Trajectory;

        TrajectoryExport.ToJson(trajectory, folder["run.json"]);

        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(folder["run.json"]));
        json.RootElement.GetProperty("parameters").GetProperty("optimizer.name").GetString().Should().Be("random-search");
        json.RootElement.GetProperty("results").GetProperty("final_fitness")[0].GetDouble().Should().Be(trajectory.Results["final_fitness"].AsVector()[0]);
        JsonElement individual = json.RootElement.GetProperty("generations")[2].GetProperty("individuals")[1];
        individual.GetProperty("parameters").GetProperty("shift").GetInt64().Should().Be(trajectory.Generations[2].Evaluations[1].Individual.Parameters.Integer("shift"));
        individual.GetProperty("fitness")[0].GetDouble().Should().Be(trajectory.Generations[2].Evaluations[1].Fitness[0]);
    }

    [Test]
    public async Task ToNpz_Run_HasAnArrayForEachParameter()
    {
        using var folder = new TemporaryFolder();
        Trajectory trajectory = (await Sphere.RunAsync(folder.Path)).Trajectory;

        TrajectoryExport.ToNpz(trajectory, folder["run.npz"]);

        IReadOnlyDictionary<string, NpyArray> arrays = Npz.Read(folder["run.npz"]);
        const int rows = Sphere.Generations * Sphere.PopulationSize;
        arrays["coords"].Shape.Should().Equal(rows, 2);
        arrays["fitness"].Shape.Should().Equal(rows, 1);
        arrays["fitness"].ToArray<double>().Should().Equal(trajectory.Evaluations.Select(e => e.Fitness[0]));
        arrays["shift"].ToArray<double>().Should().Equal(trajectory.Evaluations.Select(e => (double)e.Individual.Parameters.Integer("shift")));
        arrays["kind=noisy"].ToArray<bool>().Should().Equal(trajectory.Evaluations.Select(e => e.Individual.Parameters.Text("kind") == "noisy"));
        arrays["generation"].ToArray<long>().Should().Equal(trajectory.Evaluations.Select(e => (long)e.Individual.Generation));
    }

    [Test]
    public void ToNpz_MixedIndividuals_HaveNaNWhereAParameterIsMissing()
    {
        using var folder = new TemporaryFolder();

        TrajectoryExport.ToNpz(Mixed(), folder["mixed.npz"]);

        Npz.Read(folder["mixed.npz"])["b"].ToArray<double>().Should().Equal(0.1, double.NaN);
        FluentActions.Invoking(() => TrajectoryExport.ToNpz(new Trajectory(), folder["empty.npz"])).Should().Throw<ArgumentException>();
    }

    private static Trajectory Mixed()
    {
        var trajectory = new Trajectory();
        trajectory.Add(new Generation(
            0,
            [
                new Evaluation(new Individual(0, 0, new ParameterSet(("a", "x,\"y\""), ("b", 0.1))), new FitnessVector(1, 2)),
                new Evaluation(new Individual(0, 1, new ParameterSet(("a", "plain"))), new FitnessVector(3)),
            ],
            ParameterSet.Empty));
        return trajectory;
    }
}
