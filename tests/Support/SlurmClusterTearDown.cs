/// <summary>Stops the cluster after the last test of an assembly. In no namespace, so that it is for all of them.</summary>
[SetUpFixture]
internal sealed class SlurmClusterTearDown
{
    [OneTimeTearDown]
    public void Stop() => SlurmCluster.Stop();
}
