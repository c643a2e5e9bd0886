namespace Sdk.Tests.Packages;

/// <summary>Removes the packages when the last test that uses them is done.</summary>
[SetUpFixture]
public sealed class PackageFeedCleanup
{
    [OneTimeTearDown]
    public void Remove() => PackageFeed.RemoveShared();
}
