using TorchSharp;

/// <summary>Without libtorch there is nothing to test: the whole project is ignored with what to install. In no namespace, so that it is for all of it.</summary>
[SetUpFixture]
public sealed class TorchSetUp
{
    [OneTimeSetUp]
    public void LoadOrIgnore()
    {
        try
        {
            torch.set_num_threads(1);
        }
        catch (DllNotFoundException missing)
        {
            Assert.Ignore(missing.Message);
        }
    }
}
