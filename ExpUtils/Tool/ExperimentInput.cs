using System.CommandLine;

namespace ExpUtils.Tool;

/// <summary>The arguments and options that name experiments; one set for all commands.</summary>
internal sealed class ExperimentInput
{
    private readonly Argument<string> _file = new("experiment") { Description = "The experiment's JSON file." };

    private readonly Option<long> _runs = CommandOptions.Whole("--runs", "How many runs of each combination are wanted.", 1, 1, 1_000_000_000);

    private readonly Option<string> _order = CommandOptions.OneOf(
        "--order", "How combinations are numbered: documented has the last parameter fastest, library the first.", "documented", ["documented", "library"]);

    private readonly Option<string[]> _sweep = new("--sweep") { Description = "The top-level objects that are swept over, if not metaParameters.", Arity = ArgumentArity.OneOrMore };

    public ExperimentInput AddTo(Command command, bool withRuns = true)
    {
        _file.Validators.Add(RefuseOptions);
        command.Arguments.Add(_file);
        if (withRuns)
        {
            _runs.Aliases.Add("-r");
            command.Options.Add(_runs);
        }

        command.Options.Add(_order);
        command.Options.Add(_sweep);
        return this;
    }

    /// <summary>Complains of an argument that was meant to be an option, rather than looking for such a file.</summary>
    public static void RefuseOptions(System.CommandLine.Parsing.ArgumentResult result)
    {
        foreach (string word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith("--", StringComparison.Ordinal)))
            result.AddError($"There is no option '{word}'.");
    }

    public ExperimentDescription Load(ParseResult parsed) => ExperimentDescription.Load(parsed.GetValue(_file)!, Options(parsed));

    public long Runs(ParseResult parsed) => parsed.GetValue(_runs);

    /// <summary>Whether the number of runs was given, and is not the default.</summary>
    public bool HasRuns(ParseResult parsed) => parsed.GetResult(_runs) is { Implicit: false };

    private ExperimentOptions Options(ParseResult parsed)
    {
        var options = new ExperimentOptions { Order = parsed.GetValue(_order) == "library" ? PermutationOrder.FirstPathFastest : PermutationOrder.LastPathFastest };
        return parsed.GetValue(_sweep) is { Length: > 0 } keys ? options with { SweepKeys = keys } : options;
    }
}
