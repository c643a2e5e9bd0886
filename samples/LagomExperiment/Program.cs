using LagomExperiment;

return await SweepCommand.RunAsync(args, Console.Out, Console.Error);
