namespace TorchSharp.Modules;

/// <summary>First values that several layers share.</summary>
internal static class Defaults
{
    /// <summary>A bias uniform within 1 / sqrt(inputs of a unit).</summary>
    internal static Parameter Bias(long size, long fanIn, torch.Device? device, torch.ScalarType? dtype) =>
        Uniform([size], fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0, device, dtype);

    /// <summary>A parameter uniform within a bound.</summary>
    internal static Parameter Uniform(long[] shape, double bound, torch.Device? device, torch.ScalarType? dtype)
    {
        var parameter = new Parameter(torch.empty(shape, dtype, device));
        torch.nn.init.uniform_(parameter, -bound, bound);
        return parameter;
    }

    /// <summary>A parameter of one value.</summary>
    internal static Parameter Constant(long[] shape, double value, torch.Device? device, torch.ScalarType? dtype) =>
        new(torch.full(shape, value, dtype, device));
}
