namespace TorchSharp;

public static partial class torch
{
    /// <summary>What is known of the machine's CUDA devices.</summary>
    public static class cuda
    {
        /// <summary>Whether libtorch was built with CUDA and finds a usable device.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>Whether libtorch was built with cuDNN and can use it.</summary>
        public static bool is_cudnn_available() => NativeMethods.st_cudnn_available() != 0;

        /// <summary>The number of CUDA devices; 0 without CUDA.</summary>
        public static int device_count() => NativeMethods.st_cuda_device_count();

        /// <summary>Seeds the default generator of the current CUDA device; does nothing without CUDA.</summary>
        public static void manual_seed(long seed)
        {
            if (is_available())
                SeedDefault(new Device(DeviceType.CUDA), seed);
        }

        /// <summary>Seeds the default generators of all CUDA devices; does nothing without CUDA.</summary>
        public static void manual_seed_all(long seed)
        {
            for (var i = 0; i < device_count(); i++)
                SeedDefault(new Device(DeviceType.CUDA, i), seed);
        }

        private static void SeedDefault(Device device, long seed)
        {
            using var generator = torch.Generator.DefaultOf(device);
            generator.manual_seed(seed);
        }
    }

    /// <summary>Whether libtorch was built with CUDA and finds a usable device.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Checks that the device can be used and returns it; null is the processor.</summary>
    /// <exception cref="InvalidOperationException">A CUDA device is asked for, and there is none of that number.</exception>
    public static Device InitializeDevice(Device? device)
    {
        device ??= CPU;
        if (device.type == DeviceType.CUDA && Math.Max(device.index, 0) >= cuda.device_count())
        {
            throw new InvalidOperationException(
                $"The device '{device}' was asked for, and libtorch {__version__} finds {cuda.device_count()} CUDA devices.");
        }
        return device;
    }

    /// <summary>Checks that devices of that kind can be used.</summary>
    /// <exception cref="InvalidOperationException">They cannot.</exception>
    public static void InitializeDeviceType(DeviceType deviceType) => InitializeDevice(new Device(deviceType));

    /// <summary>Whether devices of that kind can be used.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType != DeviceType.CUDA || cuda.is_available();
}
