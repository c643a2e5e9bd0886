using L2LExperiments;

return await ExperimentCommand.RunAsync(args, Console.Out, Console.Error);
