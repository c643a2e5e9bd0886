using System.CommandLine;
using System.Text.Json.Nodes;

namespace ExpUtils.Tool.Commands;

/// <summary>Begins an experiment: settings where there are none, the file, and a page for what is done and learnt.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The experiment's name, as mountain-car; slashes make folders." };
        var command = new Command("new", "Begins an experiment: config.json where there is none, an example to edit, and a page for notes.") { name };
        ToolContext.SetAction(command, (parsed, context, _) => Task.FromResult(Run(parsed.GetValue(name)!, context)));
        return command;
    }

    private static int Run(string name, ToolContext context)
    {
        if (name.Split('/', '\\').Any(part => part is "" or "." or ".." || part.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0))
            throw new ArgumentException($"'{name}' is no name for a folder below the experiments.");
        var made = new List<string>();
        ExpConfig? config = ExpConfig.TryFind();
        if (config is null)
        {
            Write(ExpConfig.FileName, """
                {
                  "save_path": "results/{name}/{params}",
                  "log_path": ".logs",
                  "experiment_directory": "experiments"
                }

                """);
            config = ExpConfig.Find();
        }

        string folder = Path.Combine(config.Root, config.ExperimentDirectory, name);
        string stem = Path.GetFileName(name);
        Write(Path.Combine(folder, stem + ".json"), """
            {
              "metaParameters": {
                "alpha": [0.1, 0.2, 0.4],
                "lambda": [0.0, 0.9]
              }
            }

            """);
        Write(Path.Combine(folder, "README.md"), $"""
            # {stem}

            Trial 1

            - Question:
            - Hypothesis:
            - How to repeat it: `exputils run {Path.GetRelativePath(config.Root, Path.Combine(folder, stem + ".json"))} --runs 30 -- PROGRAM`
            - Outcome:
            - Open questions:
            - Commit:

            """);
        if (context.IsJson)
            context.Write(new JsonObject { ["made"] = new JsonArray([.. made.Select(file => JsonValue.Create(file))]) });
        else
            made.ForEach(context.Output.WriteLine);
        return 0;

        void Write(string path, string text)
        {
            if (File.Exists(path))
                throw new IOException($"{path} is there already; nothing was changed.");
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text);
            made.Add(path);
        }
    }
}
