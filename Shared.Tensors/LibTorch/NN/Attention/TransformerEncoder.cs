namespace TorchSharp.Modules;

/// <summary>Layers of an encoder, one upon another. Source: Vaswani et al. (2017), Attention is all you need.</summary>
public sealed class TransformerEncoder : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>,
    torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> _layers;

    internal TransformerEncoder(TransformerEncoderLayer layer, long count)
        : base(nameof(TransformerEncoder))
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (count < 1)
            throw new ArgumentException($"num_layers is {count}; it must be at least 1.", nameof(count));
        _layers = new([.. Enumerable.Range(0, checked((int)count)).Select(_ => layer.Copy())]);
        register_module("layers", _layers);
    }

    /// <summary>Computes the output of a sequence; call it by <c>call</c>, which runs the hooks too.</summary>
    /// <param name="src">Length by batch by d_model.</param>
    /// <param name="src_mask">Length by length: where nothing may look (true), or what is added to scores; null for none.</param>
    /// <param name="src_key_padding_mask">Batch by length: what nothing may look at (true), or what is added to scores; null for none.</param>
    public override torch.Tensor forward(torch.Tensor src, torch.Tensor src_mask, torch.Tensor src_key_padding_mask)
    {
        var output = _layers[0].call(src, src_mask, src_key_padding_mask);
        foreach (var layer in _layers.Skip(1))
        {
            var next = layer.call(output, src_mask, src_key_padding_mask);
            output.Dispose();
            output = next;
        }

        return output;
    }

    /// <summary>Computes the output of a sequence without masks, with the hooks.</summary>
    /// <param name="src">Length by batch by d_model.</param>
    public torch.Tensor call(torch.Tensor src) => call(src, null!, null!);

    /// <summary>Computes the output of a sequence with one mask, with the hooks.</summary>
    /// <param name="src">Length by batch by d_model.</param>
    /// <param name="src_mask">Length by length: where nothing may look (true), or what is added to scores; null for none.</param>
    public torch.Tensor call(torch.Tensor src, torch.Tensor src_mask) => call(src, src_mask, null!);
}
