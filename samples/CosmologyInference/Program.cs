using CosmologyInference;

return await CosmologyCommand.RunAsync(args, Console.Out, Console.Error);
