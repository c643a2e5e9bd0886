using System.Globalization;
using Microsoft.Extensions.Options;
using TorchSharp;

namespace Shared.Tensors;

internal sealed class TensorOptionsValidator : IValidateOptions<TensorOptions>
{
    private const int MaxThreads = 1024;
    private const string Cuda = "cuda";

    public ValidateOptionsResult Validate(string? name, TensorOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (CudaNumber(options.Device) is { } number)
        {
            if (WhyNotCuda(number) is { } reason)
                result.AddError($"'{options.Device}' cannot be used: {reason}; use \"auto\" or \"cpu\".", nameof(TensorOptions.Device));
        }
        else if (options.Device is not ("auto" or "cpu"))
            result.AddError($"'{options.Device}' is no device; allowed are \"auto\", \"cpu\", \"cuda\" and \"cuda:N\" with N from 0.", nameof(TensorOptions.Device));
        if (options.Threads is < 0 or > MaxThreads)
            result.AddError($"{options.Threads} is out of range; allowed are 0 (one per core) to {MaxThreads}.", nameof(TensorOptions.Threads));
        return result.Build();
    }

    // The number of the GPU that the text names, 0 for "cuda"; null for other texts.
    private static int? CudaNumber(string? device)
    {
        if (device is null || !device.StartsWith(Cuda, StringComparison.Ordinal))
            return null;
        ReadOnlySpan<char> number = device.AsSpan(Cuda.Length);
        if (number.IsEmpty)
            return 0;
        return number[0] == ':' && int.TryParse(number[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : null;
    }

    // Only here is libtorch asked for: "auto" and "cpu" need none.
    private static string? WhyNotCuda(int number)
    {
        try
        {
            int count = torch.cuda.device_count();
            return number < count ? null : $"libtorch finds {count} CUDA devices";
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException or NotSupportedException)
        {
            return $"it needs libtorch, which could not be loaded ({missing.Message.ReplaceLineEndings(" ")})";
        }
    }
}
