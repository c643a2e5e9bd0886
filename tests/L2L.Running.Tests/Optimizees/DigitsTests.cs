using System.Text.Json;

namespace L2L.Running.Tests.Optimizees;

/// <summary>The digits and their classifier, against golden/l2l/mnist_network.json.</summary>
internal sealed class DigitsTests
{
    private static readonly JsonElement Expected = Golden.Read("l2l/mnist_network.json");

    [Test]
    public void Small_Images_AreTheOnesOfTheOriginal()
    {
        JsonElement checksum = Expected.GetProperty("digits_checksum");
        double ink = 0;
        for (int i = 0; i < DigitImages.Small.Count; i++)
        {
            foreach (double pixel in DigitImages.Small.Image(i))
                ink += pixel * 16;
        }

        DigitImages.Small.Count.Should().Be(checksum.GetProperty("count").GetInt32());
        DigitImages.Small.PixelCount.Should().Be(64);
        ink.Should().Be(checksum.GetProperty("pixel_sum").GetDouble());
        DigitImages.Small.Labels.ToArray().Sum().Should().Be(checksum.GetProperty("target_sum").GetInt32());
        DigitImages.Small.Labels[..10].ToArray().Should().Equal(Numbers(checksum.GetProperty("first_target")).Select(x => (int)x));
    }

    [Test]
    public void Forward_GoldenNetwork_MatchesTheOriginal()
    {
        JsonElement small = Expected.GetProperty("small");
        double[] weights = [.. Rows(small.GetProperty("hidden_weights")).SelectMany(x => x), .. Rows(small.GetProperty("output_weights")).SelectMany(x => x)];
        double[][] inputs = Rows(small.GetProperty("x"));
        double[][] expected = Rows(small.GetProperty("output_activation"));

        for (int i = 0; i < inputs.Length; i++)
        {
            var outputs = new double[3];
            DigitNetwork.Forward(weights, inputs[i], outputs);
            for (int k = 0; k < outputs.Length; k++)
                outputs[k].Should().BeApproximately(expected[k][i], 1e-12);
        }
    }

    [Test]
    public void Simulate_GoldenWeights_ScoresLikeTheOriginal()
    {
        foreach (JsonElement golden in Expected.GetProperty("digits").EnumerateArray())
        {
            var optimizee = new DigitsOptimizee(golden.GetProperty("n_hidden").GetInt32());
            double[] weights = [.. Enumerable.Range(1, golden.GetProperty("n_weights").GetInt32()).Select(k => Math.Sin(k))];
            optimizee.Space.Dimension.Should().Be(weights.Length);
            var individual = new Individual(0, 0, new ParameterSet((DigitsOptimizee.Weights, weights)));

            FitnessVector fitness = optimizee.Simulate(individual.Parameters, new SimulationContext(new EvaluationRequest(individual, new RandomStream(1).State)), default);

            fitness[0].Should().BeApproximately(golden.GetProperty("score").GetDouble(), 1e-12);
        }
    }

    [Test]
    public void CreateIndividual_Layers_AreScaledByTheirInputs()
    {
        var optimizee = new DigitsOptimizee(hiddenUnits: 100);

        double[] weights = optimizee.CreateIndividual(new RandomStream(5)).Vector(DigitsOptimizee.Weights).ToArray();

        Deviation(weights[..6400]).Should().BeApproximately(1.0 / 8, 0.005);
        Deviation(weights[6400..]).Should().BeApproximately(1.0 / 10, 0.01);

        static double Deviation(double[] values) => Math.Sqrt(values.Average(x => x * x));
    }

    [Test]
    public void Accuracy_WrongNumberOfWeights_IsRefused() =>
        FluentActions.Invoking(() => DigitNetwork.Accuracy(new double[75], DigitImages.Small)).Should().Throw<ArgumentException>().WithMessage("weights is 75*64 inputs + 10 outputs*");

    [Test]
    public void FromIdx_Files_AreReadAndChecked()
    {
        string folder = Directory.CreateTempSubdirectory("l2l-").FullName;
        try
        {
            string images = Path.Combine(folder, "images");
            string labels = Path.Combine(folder, "labels");
            File.WriteAllBytes(images, [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102]);
            File.WriteAllBytes(labels, [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]);

            DigitImages read = DigitImages.FromIdx(images, labels);

            read.PixelCount.Should().Be(2);
            read.Image(1).ToArray().Should().Equal(0.2, 0.4);
            read.Labels.ToArray().Should().Equal(7, 3);
            File.WriteAllBytes(images, [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0]);
            FluentActions.Invoking(() => DigitImages.FromIdx(images, labels)).Should().Throw<InvalidDataException>().WithMessage("*ends before*");
            FluentActions.Invoking(() => DigitImages.FromIdx(labels, labels)).Should().Throw<InvalidDataException>().WithMessage("*should be images*");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(x => x.GetDouble())];

    private static double[][] Rows(JsonElement json) => [.. json.EnumerateArray().Select(Numbers)];
}
