using EvolutionStrategies;

return await ComparisonCommand.RunAsync(args, Console.Out, Console.Error);
