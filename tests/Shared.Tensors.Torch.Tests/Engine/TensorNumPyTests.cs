using Shared.Tensors.NumPy;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Engine;

/// <summary>Tensors in NumPy's files.</summary>
public sealed class TensorNumPyTests
{
    private static readonly torch.ScalarType[] Types = [torch.@bool, torch.int32, torch.int64, torch.float32, torch.float64];

    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("numpy-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Types))]
    public void SaveNpy_ThenLoad_GivesTheSameTensor(torch.ScalarType type)
    {
        using var scope = torch.NewDisposeScope();
        string path = Path.Combine(_folder, "a.npy");
        foreach (torch.Tensor tensor in new[] { torch.arange(-3, 3).reshape(2, 3).t().type(type), torch.tensor(1.0).type(type), torch.zeros(0, 2).type(type) })
        {
            tensor.SaveNpy(path);
            torch.Tensor loaded = TensorNumPy.LoadNpy(path);
            loaded.dtype.Should().Be(type);
            loaded.shape.Should().Equal(tensor.shape);
            loaded.@double().ToArray<double>().Should().Equal(tensor.@double().ToArray<double>());
        }
    }

    [Test]
    public void SaveNpz_ThenLoad_GivesTheSameTensorsByName([Values] bool compress)
    {
        using var scope = torch.NewDisposeScope();
        string path = Path.Combine(_folder, "a.npz");
        TensorNumPy.SaveNpz(path, new Dictionary<string, torch.Tensor> { ["weight"] = torch.ones(2, 2), ["steps"] = torch.tensor(3L) }, compress);
        IReadOnlyDictionary<string, torch.Tensor> loaded = TensorNumPy.LoadNpz(path);
        loaded.Keys.Should().BeEquivalentTo("weight", "steps");
        loaded["weight"].ToArray<float>().Should().Equal(1, 1, 1, 1);
        loaded["steps"].item<long>().Should().Be(3);
    }

    [Test]
    public void ToNpyArray_OfTypeThatIsNotStored_NamesTheTypes()
    {
        using torch.Tensor tensor = torch.zeros(2, torch.uint8);
        FluentActions.Invoking(tensor.ToNpyArray).Should().Throw<ArgumentException>().WithMessage("*Byte*float64*type(*");
    }

    [Test]
    public void ToTensor_OfArray_CopiesItsElements()
    {
        double[] data = [1, 2];
        using torch.Tensor tensor = NpyArray.Create(data).ToTensor();
        data[0] = 9;
        tensor.ToArray<double>().Should().Equal(1, 2);
    }
}
