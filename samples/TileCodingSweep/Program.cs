using ExpUtils.Running;
using TileCodingSweep;

// Runners and job arrays start this program for single runs; everything else is the sweep as a whole.
return args is ["-e" or "--plan", ..]
    ? await ExperimentProgram.RunAsync(args, SweepRun.RunAsync, output: Console.Out)
    : await SweepCommand.RunAsync(args, Console.Out, Console.Error);
