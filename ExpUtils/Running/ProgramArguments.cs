using System.Globalization;

namespace ExpUtils.Running;

/// <summary>What an <see cref="ExperimentProgram"/> was started with.</summary>
internal sealed record ProgramArguments
{
    public string? Experiment { get; private init; }

    public IReadOnlyList<long> Indices { get; private init; } = [];

    public long Runs { get; private init; } = 1;

    public int? Parallelism { get; private init; }

    public bool Again { get; private init; }

    public string? Plan { get; private init; }

    public int Task { get; private init; } = -1;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="ArgumentException">It cannot be understood; the message says why.</exception>
    public static ProgramArguments Parse(IReadOnlyList<string> words)
    {
        var arguments = new ProgramArguments();
        var indices = new List<long>();
        for (int i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "-e" or "--experiment":
                    arguments = arguments with { Experiment = Value(words, ref i) };
                    break;
                case "-i" or "--index":
                    indices.Add(Number(words, ref i, 0));
                    while (i + 1 < words.Count && !words[i + 1].StartsWith('-'))
                        indices.Add(Number(words, ref i, 0, "-i"));
                    break;
                case "-r" or "--runs":
                    arguments = arguments with { Runs = Number(words, ref i, 0) };
                    break;
                case "-p" or "--parallel":
                    arguments = arguments with { Parallelism = (int)Math.Min(Number(words, ref i, 1), 4096) };
                    break;
                case "--again":
                    arguments = arguments with { Again = true };
                    break;
                case "--plan":
                    arguments = arguments with { Plan = Value(words, ref i) };
                    break;
                case "--task":
                    arguments = arguments with { Task = (int)Math.Min(Number(words, ref i, 0), int.MaxValue) };
                    break;
                default:
                    throw new ArgumentException($"'{words[i]}' is not understood. {Usage}", nameof(words));
            }
        }

        if (arguments.Plan is null == arguments.Experiment is null || arguments.Plan is null != arguments.Task < 0)
            throw new ArgumentException($"Which experiment? {Usage}", nameof(words));
        return arguments with { Indices = indices };
    }

    private const string Usage = "Give -e FILE for all that is missing of an experiment ([--runs N] [--parallel N]), or -e FILE -i INDEX... for some runs ([--again] also where they are done).";

    private static string Value(IReadOnlyList<string> words, ref int i) =>
        i + 1 < words.Count ? words[++i] : throw new ArgumentException($"{words[i]} needs a value. {Usage}", nameof(words));

    private static long Number(IReadOnlyList<string> words, ref int i, long least, string? option = null)
    {
        string name = option ?? words[i];
        string text = Value(words, ref i);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= least
            ? number
            : throw new ArgumentException($"{name} is '{text}'; it must be a whole number from {least.ToString(CultureInfo.InvariantCulture)} on.", nameof(words));
    }
}
