using DifferentiableExpectations;

return await DemoCommand.RunAsync(args, Console.Out, Console.Error);
