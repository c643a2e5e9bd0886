namespace TorchSharp.Modules;

/// <summary>Shifts and scales each group of channels of each sample to mean 0 and variance 1.</summary>
public sealed class GroupNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long _groups;
    private readonly double _eps;

    internal GroupNorm(long groups, long channels, double eps, bool affine, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        if (groups < 1 || channels % groups != 0)
            throw new ArgumentException($"The number of channels ({channels}) must be a multiple of that of groups ({groups}).", nameof(groups));
        _groups = groups;
        _eps = eps;
        if (!affine)
            return;
        register_parameter(nameof(weight), Defaults.Constant([channels], 1, device, dtype));
        register_parameter(nameof(bias), Defaults.Constant([channels], 0, device, dtype));
    }

    /// <summary>Factors per channel, or null; setting it disposes the former ones.</summary>
    public Parameter? weight
    {
        get => OwnParameters.GetValueOrDefault(nameof(weight));
        set => ConditionallyRegisterParameter(nameof(weight), value);
    }

    /// <summary>Summands per channel, or null; setting it disposes the former ones.</summary>
    public Parameter? bias
    {
        get => OwnParameters.GetValueOrDefault(nameof(bias));
        set => ConditionallyRegisterParameter(nameof(bias), value);
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.GroupNorm.Call(tensor, _groups, weight, bias, _eps, true);
}
