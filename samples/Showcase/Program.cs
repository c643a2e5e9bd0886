using Showcase;

return await ShowcaseCommand.RunAsync(args, Console.Out, Console.Error);
