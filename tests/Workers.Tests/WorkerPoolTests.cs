using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SharedSource.Workers;

namespace Workers.Tests;

internal sealed class WorkerPoolTests
{
    private static readonly JsonTypeInfo<string> Text = (JsonTypeInfo<string>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string));
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Test]
    public async Task CallAsync_ManyRequests_AreSpreadOverTheWorkers()
    {
        await using var pool = new WorkerPool(HostProgram.Options("serve"), 2);

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Call(pool, $"{i}")));

        answers.Should().Equal(Enumerable.Range(0, 50).Select(i => $"<{i}>"));
        pool.StartedProcesses.Should().Be(2);
    }

    [Test]
    public async Task CallAsync_DeadHungAndThrowingWorkers_AreReplacedWhereNeeded()
    {
        await using var pool = new WorkerPool(HostProgram.Options("serve"), 1);

        await FluentActions.Awaiting(() => Call(pool, "kill")).Should().ThrowAsync<WorkerDiedException>();
        await FluentActions.Awaiting(() => pool.CallAsync("hang", Text, Text, TimeSpan.FromMilliseconds(200), CancellationToken.None))
            .Should().ThrowAsync<WorkerTimeoutException>();
        await FluentActions.Awaiting(() => Call(pool, "throw")).Should().ThrowAsync<WorkerHandlerException>();

        (await Call(pool, "a")).Should().Be("<a>");
        pool.StartedProcesses.Should().Be(3);
    }

    [Test]
    public async Task CallAsync_IdleWorkerDied_TheNextRequestGetsANewOne()
    {
        await using var pool = new WorkerPool(HostProgram.Options("serve"), 1);
        int id = int.Parse(await Call(pool, "id"));
        using (var process = System.Diagnostics.Process.GetProcessById(id))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        int next = int.Parse(await Call(pool, "id"));

        next.Should().NotBe(id);
    }

    [Test]
    public async Task DisposeAsync_IdleWorkers_AreGone()
    {
        int id;
        await using (var pool = new WorkerPool(HostProgram.Options("serve"), 1))
            id = int.Parse(await Call(pool, "id"));

        Directory.Exists($"/proc/{id}").Should().BeFalse();
    }

    private static Task<string> Call(WorkerPool pool, string request) => pool.CallAsync(request, Text, Text, Long, CancellationToken.None);
}
