using EpidemicInference;

return await EpidemicCommand.RunAsync(args, Console.Out, Console.Error);
