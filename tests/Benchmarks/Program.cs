using System.CommandLine;
using System.Globalization;
using Benchmarks.EvoGrad;
using Benchmarks.Evolution;
using Benchmarks.ExpUtils;
using Benchmarks.Harness;
using Benchmarks.L2L;
using Benchmarks.Layg;
using Benchmarks.LaygTorch;
using Benchmarks.Micro;
using Benchmarks.Rl;
using Benchmarks.RlLearning;
using Benchmarks.Tensors;

IBenchmarkSuite[] suites =
[
    new LaygSuite(), new LaygTorchSuite(), new EvolutionSuite(), new EvolutionSearchSuite(), new RlEnvSuite(), new RlTrainSuite(), new RlLearnSuite(), new EvoGradSuite(), new TensorSuite(), new GpuSuite(),
    new MicroSuite(),
    new ExpUtilsSuite(),
    new L2LSuite(),
];

var suiteName = new Argument<string?>("suite") { Description = "The suite to run.", Arity = ArgumentArity.ZeroOrOne };
var list = new Option<bool>("--list") { Description = "List the suites." };
var quick = new Option<bool>("--quick") { Description = "Fewer and smaller cases." };
var rounds = new Option<int?>("--rounds") { Description = "Rounds per case; a figure is their median. Default: 5, with --quick 2." };
rounds.Validators.Add(result =>
{
    if (result.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out int count) && count < 1)
        result.AddError("--rounds must be at least 1.");
});
var onlyCase = new Option<string?>("--case") { Description = "Only cases whose name contains this text." };
var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file." };
json.Validators.Add(result =>
{
    if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
        result.AddError($"The folder of --json {file} does not exist.");
});

var root = new RootCommand("Runs benchmark suites, peers beside ours.") { suiteName, list, quick, rounds, onlyCase, json };
root.Validators.Add(result =>
{
    string? name = result.GetValue(suiteName);
    if (name is null && !result.GetValue(list))
        result.AddError("Name a suite; --list lists them.");
    else if (name is not null && suites.All(suite => suite.Name != name))
        result.AddError($"There is no suite '{name}'. Suites: {string.Join(", ", suites.Select(suite => suite.Name))}.");
});
root.SetAction(parsed =>
{
    if (parsed.GetValue(list))
    {
        foreach (IBenchmarkSuite suite in suites)
            Console.WriteLine($"{suite.Name,-17} {suite.Description}");
        return 0;
    }

    bool isQuick = parsed.GetValue(quick);
    var settings = new BenchmarkSettings(isQuick, parsed.GetValue(rounds) ?? (isQuick ? 2 : 5), parsed.GetValue(onlyCase));
    IBenchmarkSuite chosen = suites.Single(suite => suite.Name == parsed.GetValue(suiteName));
    if (FigureReport.Write(chosen, settings, Console.Out, parsed.GetValue(json)?.FullName) > 0)
        return 0;
    Console.Error.WriteLine($"No case of {chosen.Name} contains '{settings.CaseFilter}'.");
    return 2;
});

ParseResult arguments = root.Parse(args);
if (arguments.Errors.Count == 0)
    return arguments.Invoke();
foreach (string message in arguments.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
    Console.Error.WriteLine(message);
return 2;
