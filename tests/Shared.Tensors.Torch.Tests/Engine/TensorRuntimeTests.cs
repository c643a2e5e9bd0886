using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Engine;

public sealed class TensorRuntimeTests
{
    [Test]
    public void Info_NamesWhatIsLoaded()
    {
        TensorRuntimeInfo info = TensorRuntime.Info();
        info.LibraryFile.Should().EndWith("libsharedtensors.so");
        info.LibtorchVersion.Should().MatchRegex(@"^[12]\.\d+");
        info.Threads.Should().BePositive();
        info.Blas.Should().NotBeEmpty();
        TensorRuntime.Describe().Should().Contain(info.LibtorchVersion).And.Contain(info.Blas);
    }

    [TestCase("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", "", "OpenBLAS", false)]
    [TestCase("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", "", "reference BLAS", true)]
    [TestCase("", "BLAS_INFO=mkl,", "MKL", false)]
    [TestCase("", "", "built into libtorch", false)]
    public void Blas_ByLoadedFiles_IsNamedAndTheSlowOneWarnedOf(string files, string build, string name, bool slow)
    {
        (string found, string? warning) = LoadedBlas.Classify(files, build);
        found.Should().Be(name);
        (warning is not null).Should().Be(slow);
    }

    [Test]
    public void Synchronize_OfProcessor_ReturnsAndOfMissingDevice_Throws()
    {
        FluentActions.Invoking(() => TensorRuntime.Synchronize(torch.CPU)).Should().NotThrow();
        if (torch.cuda.is_available())
            Assert.Ignore("There is a CUDA device.");
        FluentActions.Invoking(() => TensorRuntime.Synchronize(torch.device("cuda:0"))).Should().Throw<Exception>().WithMessage("*CUDA*");
    }

    [Test]
    public void DeviceMemory_OfProcessor_IsRefusedWithItsName() =>
        FluentActions.Invoking(() => TensorRuntime.DeviceMemory(torch.CPU)).Should().Throw<ArgumentException>().WithMessage("*cpu*");
}
