using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where tensors live: <c>cpu</c>, <c>cuda</c> (the current GPU) or <c>cuda:1</c> (the second).</summary>
    public partial class Device
    {
        /// <summary>A device by its kind and number; -1 is the current one of its kind.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>A device by its kind's name and number.</summary>
        /// <exception cref="ArgumentException">The name is unknown.</exception>
        public Device(string deviceType, int index = -1)
            : this(ParseType(deviceType, deviceType), index)
        {
        }

        /// <summary>A device from text such as <c>cuda:0</c>.</summary>
        /// <exception cref="ArgumentException">The text is not a kind of device, or a kind, a colon and a number.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var colon = description.IndexOf(':', StringComparison.Ordinal);
            type = ParseType(colon < 0 ? description : description[..colon], description);
            index = -1;
            if (colon < 0)
                return;
            if (!int.TryParse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw Unknown(description);
            index = number;
        }

        /// <summary>The CUDA device of that number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of the device.</summary>
        public DeviceType type { get; }

        /// <summary>Its number among the devices of its kind; -1 for the current one.</summary>
        public int index { get; }

        /// <summary>A device from text such as <c>cuda:0</c>.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The text that <see cref="Device(string)"/> reads.</summary>
        public override string ToString()
        {
            var name = Name(type);
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

#pragma warning disable CA1308 // libtorch writes devices in lower case
        private static string Name(DeviceType type) => type.ToString().ToLowerInvariant();
#pragma warning restore CA1308

        private static DeviceType ParseType(string name, string description) =>
            Enum.GetValues<DeviceType>().Where(type => Name(type) == name).Select(type => (DeviceType?)type).FirstOrDefault()
                ?? throw Unknown(description);

        private static ArgumentException Unknown(string description) =>
            new($"'{description}' is not a device: expected a kind (cpu, cuda, meta …), or a kind, a colon and a number such as cuda:0.", nameof(description));
    }

    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The device without data.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <inheritdoc cref="Device(string)"/>
    public static Device device(string description) => new(description);

    /// <inheritdoc cref="Device(string, int)"/>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <inheritdoc cref="Device(DeviceType, int)"/>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <inheritdoc cref="Device(int)"/>
    public static Device device(int index) => new(index);
}
