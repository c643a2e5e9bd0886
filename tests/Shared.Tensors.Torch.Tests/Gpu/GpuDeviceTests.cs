using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Gpu;

/// <summary>Devices: moving tensors, drawing numbers, memory, and the host's choice.</summary>
[Category("Gpu")]
public sealed class GpuDeviceTests
{
    private torch.Device _device = null!;

    [SetUp]
    public void FindDevice() => _device = GpuDevice.Get();

    [Test]
    public void ToDevice_AndBack_KeepsEveryElement()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor numbers = torch.arange(1000, dtype: torch.float64);
        torch.Tensor moved = numbers.ToDevice(_device);
        moved.device_type.Should().Be(_device.type);
        moved.ToArray<double>().Should().Equal(numbers.ToArray<double>());
    }

    [Test]
    public void Gradient_OfProductOnDevice_LiesOnDevice()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor weight = torch.ones([3, 3], dtype: torch.float64, device: _device, requires_grad: true);
        torch.Tensor input = torch.arange(3, dtype: torch.float64, device: _device);
        weight.mv(input).sum().backward();
        weight.Gradient()!.device_type.Should().Be(_device.type);
        weight.Gradient()!.ToArray<double>().Should().Equal(0, 1, 2, 0, 1, 2, 0, 1, 2);
    }

    [Test]
    public void Draws_WithSameSeedOnDevice_AreEqual()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(7, _device);
        double[] first = torch.rand(100, device: _device, generator: generator).@double().ToArray<double>();
        generator.manual_seed(7);
        torch.rand(100, device: _device, generator: generator).@double().ToArray<double>().Should().Equal(first);
    }

    [Test]
    public void TensorsOfTwoDevices_InOneCall_NameBothDevices()
    {
        if (_device.type is DeviceType.CPU)
            Assert.Ignore("There is one device only.");
        using torch.Tensor here = torch.ones(2), there = torch.ones(2, device: _device);
        FluentActions.Invoking(() => here.add(there)).Should().Throw<Exception>().WithMessage("*cuda:0*cpu*");
    }

    [Test]
    public void AddTensors_WithDevice_ResolvesIt()
    {
        using ServiceProvider services = new ServiceCollection().AddTensors(options => options.Device = _device.ToString()).BuildServiceProvider();
        services.GetRequiredService<IOptions<TensorOptions>>().Value.Device.Should().Be(_device.ToString());
    }

    [Test]
    public void DeviceMemory_AfterLargeTensor_IsWithinTotal()
    {
        if (_device.type is DeviceType.CPU)
            Assert.Ignore("The processor's memory is the system's to tell.");
        using torch.Tensor large = torch.zeros(1 << 20, device: _device);
        TensorRuntime.Synchronize(_device);
        (long free, long total) = TensorRuntime.DeviceMemory(_device);
        free.Should().BePositive().And.BeLessThan(total);
    }
}
