namespace L2L.Running.Tests.Recording;

internal sealed class TrajectoryWriterTests
{
    [Test]
    public async Task AddAsync_AfterAFailedWrite_ThrowsItsException()
    {
        using var folder = new TemporaryFolder();
        await using var writer = new TrajectoryWriter(TrajectoryDatabase.Open(folder[TrajectoryFile.Name]));
        await writer.AddAsync(_ => throw new IOException("The disk is full."));

        await FluentActions.Awaiting(() => writer.FlushAsync()).Should().ThrowAsync<IOException>().WithMessage("The disk is full.");
        await FluentActions.Awaiting(async () => await writer.AddAsync(_ => { })).Should().ThrowAsync<IOException>();
    }

    [Test]
    public async Task AddAsync_FromManyThreads_WritesEverythingInOrderOfEachThread()
    {
        using var folder = new TemporaryFolder();
        var written = new List<(int Thread, int Number)>();
        await using (var writer = new TrajectoryWriter(TrajectoryDatabase.Open(folder[TrajectoryFile.Name])))
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
            {
                for (int i = 0; i < 20_000; i++)
                {
                    int number = i;
                    await writer.AddAsync(_ => written.Add((thread, number)));
                }
            })));
            await writer.FlushAsync();
            written.Should().HaveCount(80_000);
        }

        for (int thread = 0; thread < 4; thread++)
            written.Where(entry => entry.Thread == thread).Select(entry => entry.Number).Should().Equal(Enumerable.Range(0, 20_000));
    }
}
