using System.Globalization;
using Microsoft.Extensions.Options;

namespace Shared.Tensors;

internal sealed class TensorOptionsValidator : IValidateOptions<TensorOptions>
{
    private const int MaxThreads = 1024;
    private const string Cuda = "cuda";

    public ValidateOptionsResult Validate(string? name, TensorOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (IsCuda(options.Device))
            result.AddError($"'{options.Device}' needs a GPU, but this build computes on the CPU only; use \"auto\" or \"cpu\".", nameof(TensorOptions.Device));
        else if (options.Device is not ("auto" or "cpu"))
            result.AddError($"'{options.Device}' is no device; allowed are \"auto\", \"cpu\", \"cuda\" and \"cuda:N\" with N from 0.", nameof(TensorOptions.Device));
        if (options.Threads is < 0 or > MaxThreads)
            result.AddError($"{options.Threads} is out of range; allowed are 0 (one per core) to {MaxThreads}.", nameof(TensorOptions.Threads));
        return result.Build();
    }

    private static bool IsCuda(string? device)
    {
        if (device is null || !device.StartsWith(Cuda, StringComparison.Ordinal))
            return false;
        ReadOnlySpan<char> number = device.AsSpan(Cuda.Length);
        return number.IsEmpty || (number[0] == ':' && int.TryParse(number[1..], NumberStyles.None, CultureInfo.InvariantCulture, out _));
    }
}
