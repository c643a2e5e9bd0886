namespace TorchSharp.Modules;

/// <summary>Interleaves groups of channels.</summary>
public sealed class ChannelShuffle : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long _groups;

    internal ChannelShuffle(long groups)
        : base(nameof(ChannelShuffle))
    {
        _groups = groups;
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        NNOperators.ChannelShuffle.Call(tensor, _groups);
}
