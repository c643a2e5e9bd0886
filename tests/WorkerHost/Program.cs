using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SharedSource.Workers;

// The first argument: 'serve' reaches the host, 'elsewhere' never does, 'ask N' is a program with N workers that all hang.
var text = (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));

switch (args[0])
{
    case "elsewhere":
        Console.WriteLine("Went elsewhere.");
        return 3;
    case "sleep":
        await Task.Delay(Timeout.Infinite);
        break;
    case "ask":
        await WorkerHost.ServeIfAskedAsync("hang", text, text, Answers.AnswerAsync);
        await AskAsync(int.Parse(args[1], CultureInfo.InvariantCulture));
        break;
    default:
        Console.WriteLine("To be seen in the log only.");
        await WorkerHost.ServeIfAskedAsync("test", text, text, Answers.AnswerAsync);
        break;
}

return 0;

async Task AskAsync(int count)
{
    await using var pool = new WorkerPool(new WorkerOptions { Role = "hang" }, count);
    Task<string>[] calls = [.. Enumerable.Range(0, count).Select(_ => pool.CallAsync("hang", text, text, Timeout.InfiniteTimeSpan, CancellationToken.None))];
    while (pool.ProcessIds.Count < count)
        await Task.Delay(20);
    Console.WriteLine(string.Join(' ', pool.ProcessIds));
    await Task.WhenAll(calls);
}
