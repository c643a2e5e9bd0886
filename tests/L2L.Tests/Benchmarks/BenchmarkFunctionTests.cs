using System.Text.Json;

namespace L2L.Tests.Benchmarks;

public sealed class BenchmarkFunctionTests
{
    [Test]
    public void Noiseless_RecordedPoints_HasTheRecordedValues()
    {
        foreach (JsonElement recorded in Golden.Read("benchmark_functions.json").Items("functions"))
        {
            BenchmarkFunction function = BenchmarkFunctions.Get(recorded.GetProperty("id").GetInt32());
            function.Name.Should().Be(recorded.GetProperty("name").GetString());
            function.Dimensions.Should().Be(recorded.GetProperty("dims").GetInt32());
            new[] { function.Lower, function.Upper }.Should().Equal(recorded.GetProperty("bound").Numbers());
            foreach (JsonElement value in recorded.Items("values"))
                function.Noiseless(value.GetProperty("x").Numbers()).ShouldBeClose(value.GetProperty("f").Number(), 1e-12, function.Name);
        }
    }

    [Test]
    public void Noiseless_RecordedSums_HasTheRecordedValues()
    {
        foreach (JsonElement recorded in Golden.Read("function_generator.json").Items("combinations"))
        {
            JsonElement settings = recorded.GetProperty("get_params");
            bool explicitBound = recorded.GetProperty("label").GetString()!.Contains("explicit bound", StringComparison.Ordinal);
            double[] bound = recorded.GetProperty("bound").Numbers();
            var function = new BenchmarkFunction("sum", settings.Items("functions").Select(Term), recorded.GetProperty("dims").GetInt32(), explicitBound ? (bound[0], bound[1]) : null);
            new[] { function.Lower, function.Upper }.Should().Equal(bound);
            foreach (JsonElement value in recorded.Items("values"))
                function.Noiseless(value.GetProperty("x").Numbers()).ShouldBeClose(value.GetProperty("f").Number(), 1e-12, recorded.GetProperty("label").GetString()!);
        }
    }

    [Test]
    public void Value_WithNoise_HasItsMeanAndDeviation()
    {
        var function = new BenchmarkFunction("noisy", [FunctionTerm.Rastrigin()], noise: new FunctionNoise(0.5, 0.25));
        var random = new RandomStream(1);
        double[] point = [0.3, 0.4];
        double noiseless = Golden.Read("function_generator.json").GetProperty("noise").GetProperty("noiseless").Number();
        double[] noise = [.. Enumerable.Range(0, 4000).Select(_ => function.Value(point, random) - noiseless)];
        noise.Average().Should().BeApproximately(0.5, 0.02);
        Math.Sqrt(noise.Average(x => (x - 0.5) * (x - 0.5))).Should().BeApproximately(0.25, 0.02);
    }

    [Test]
    public void Construction_RecordedErrors_Throw()
    {
        Throws(() => new BenchmarkFunction("f", [FunctionTerm.Chasm()], 3)).WithMessage("*Chasm cannot have 3 dimensions*");
        Throws(() => FunctionTerm.Shekel([[8, 5]], [0.1, 0.2])).WithMessage("*1 centres and 2*");
        Throws(() => new BenchmarkFunction("f", [FunctionTerm.Shekel([[8, 5, 3]], [0.1])])).WithMessage("*Shekel cannot have 2*");
        Throws(() => FunctionTerm.Gaussian([[1, 0], [0, 1]], [0])).WithMessage("*1 x 1*");
        Throws(() => FunctionTerm.Gaussian([[1, 2], [2, 1]], [0, 0])).WithMessage("*positive definite*");
        Throws(() => BenchmarkFunctions.Get("Ackley3d")).WithMessage("*Did you mean 'Ackley2d'?*");
        Throws(() => BenchmarkFunctions.Get(15)).WithMessage("*0 to 14*");
        Throws(() => new BenchmarkFunction("f", [FunctionTerm.Shekel()], 3));
        Throws(() => new BenchmarkFunction("f", [FunctionTerm.Ackley()], noise: new FunctionNoise(0, -1))).WithMessage("StandardDeviation is -1*");

        static FluentAssertions.Specialized.ExceptionAssertions<ArgumentException> Throws(Func<object> make) =>
            FluentActions.Invoking(make).Should().Throw<ArgumentException>();
    }

    private static FunctionTerm Term(JsonElement recorded)
    {
        JsonProperty term = recorded.EnumerateObject().Single();
        JsonElement settings = term.Value;
        bool isDefault = settings.TryGetProperty("A", out JsonElement a) && a.ValueKind == JsonValueKind.String;
        return term.Name switch
        {
            "RastriginParameters" => FunctionTerm.Rastrigin(),
            "AckleyParameters" => FunctionTerm.Ackley(),
            "EasomParameters" => FunctionTerm.Easom(),
            "GaussianParameters" => FunctionTerm.Gaussian(settings.GetProperty("sigma").Rows(), settings.GetProperty("mean").Numbers()),
            "ShekelParameters" => isDefault ? FunctionTerm.Shekel() : FunctionTerm.Shekel(a.Rows(), settings.GetProperty("c").Numbers()),
            "LangermannParameters" => isDefault ? FunctionTerm.Langermann() : FunctionTerm.Langermann(a.Rows(), settings.GetProperty("c").Numbers()),
            "MichalewiczParameters" => FunctionTerm.Michalewicz(settings.GetProperty("m").GetInt32()),
            "PermutationParameters" => FunctionTerm.Permutation(settings.GetProperty("beta").Number()),
            _ => throw new InvalidOperationException(term.Name),
        };
    }
}
