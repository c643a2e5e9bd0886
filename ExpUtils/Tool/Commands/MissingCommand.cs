using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ExpUtils.Running;
using SharedSource.Slurm;

namespace ExpUtils.Tool.Commands;

/// <summary>The indices that are not done.</summary>
internal static class MissingCommand
{
    public static Command Create()
    {
        var ranges = new Option<bool>("--ranges") { Description = "As ranges, 0-3,7, for the array option of sbatch." };
        var command = new Command("missing", "Lists the indices of the runs that are not done, one a line.") { ranges };
        ExperimentInput input = new ExperimentInput().AddTo(command);
        ToolContext.SetAction(command, (parsed, context, cancellationToken) =>
        {
            IEnumerable<long> missing = new RunJournal(input.Load(parsed)).Missing(input.Runs(parsed));
            if (context.IsJson)
            {
                context.Write(new JsonArray([.. missing.Select(index => JsonValue.Create(index))]));
            }
            else if (parsed.GetValue(ranges))
            {
                int[] indices = [.. missing.Select(index => checked((int)index))];
                if (indices.Length > 0)
                    context.Output.WriteLine(SlurmArray.Format(indices));
            }
            else
            {
                foreach (long index in missing)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    context.Output.WriteLine(index.ToString(CultureInfo.InvariantCulture));
                }
            }

            return Task.FromResult(ExperimentProgram.Success);
        });
        return command;
    }
}
