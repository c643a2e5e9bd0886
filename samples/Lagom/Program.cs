using LagomHost;

return await LagomCommand.RunAsync(args, Console.Out, Console.Error);
