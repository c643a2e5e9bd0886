namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns.</summary>
/// <remarks>It takes the given tensor's memory over: that object counts as disposed afterwards.</remarks>
public sealed class Parameter : torch.Tensor
{
    /// <summary>Takes a tensor over.</summary>
    /// <param name="data">The first values; of a computed tensor, a parameter without its history.</param>
    /// <param name="requires_grad">Whether backward computes its gradient.</param>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(Take(data))
    {
        if (this.requires_grad != requires_grad)
            this.requires_grad = requires_grad;
    }

    private static nint Take(torch.Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.is_leaf)
            return data.DecoupleFromNativeHandle();
        var leaf = data.detach();
        data.Dispose();
        return leaf.DecoupleFromNativeHandle();
    }
}
