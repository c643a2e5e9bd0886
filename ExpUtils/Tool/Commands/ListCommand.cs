using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ExpUtils.Running;

namespace ExpUtils.Tool.Commands;

/// <summary>The experiments of a project.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "Where to look; the project's experiments if not given.", Arity = ArgumentArity.ZeroOrOne };
        folder.Validators.Add(ExperimentInput.RefuseOptions);
        var command = new Command("list", "Lists the experiments below a folder.") { folder };
        ToolContext.SetAction(command, (parsed, context, _) => Task.FromResult(Run(parsed.GetValue(folder), context)));
        return command;
    }

    private static int Run(string? folder, ToolContext context)
    {
        if (folder is null)
        {
            ExpConfig config = ExpConfig.Find();
            folder = Path.Combine(config.Root, config.ExperimentDirectory);
        }

        var table = new TextTable("Experiments", "file", "name", "combinations", "swept", "runs done");
        var list = new JsonArray();
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string shown = Path.GetRelativePath(".", file);
            try
            {
                ExperimentDescription experiment = ExperimentDescription.Load(file);
                string swept = string.Join(", ", experiment.Sweep.Parameters.Where(parameter => parameter.Values.Count > 1).Select(parameter => parameter.Name));
                int done = new RunJournal(experiment).DoneCount();
                table.Add(shown, experiment.Name, experiment.NumPermutations.ToString(CultureInfo.InvariantCulture), swept, done.ToString(CultureInfo.InvariantCulture));
                list.Add(new JsonObject { ["file"] = shown, ["name"] = experiment.Name, ["combinations"] = experiment.NumPermutations, ["swept"] = swept, ["done"] = done });
            }
            catch (ExpUtilsException exception)
            {
                table.Add(shown, "-", "-", exception.Message.Split('\n')[0], "-");
                list.Add(new JsonObject { ["file"] = shown, ["error"] = exception.Message });
            }
        }

        if (context.IsJson)
            context.Write(list);
        else
            context.Write(table);
        return 0;
    }
}
