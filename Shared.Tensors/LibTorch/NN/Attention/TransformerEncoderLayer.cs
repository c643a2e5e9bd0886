using Shared.Tensors;
using Shared.Tensors.Layers;

namespace TorchSharp.Modules;

/// <summary>
/// One layer of an encoder: attention of a sequence to itself, then two linear layers, each added to its input and normalized. Source: Vaswani et al. (2017),
/// Attention is all you need.
/// </summary>
public sealed class TransformerEncoderLayer : torch.nn.Module<torch.Tensor, torch.Tensor>,
    torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
{
    private readonly long _size;
    private readonly long _heads;
    private readonly long _width;
    private readonly double _rate;
    private readonly torch.nn.Activations _activation;
    private readonly MultiheadAttention _attention;
    private readonly Linear _widen;
    private readonly Linear _narrow;
    private readonly LayerNorm _attended;
    private readonly LayerNorm _transformed;

    internal TransformerEncoderLayer(long size, long heads, long width, double rate, torch.nn.Activations activation)
        : base(nameof(TransformerEncoderLayer))
    {
        (_size, _heads, _width, _rate, _activation) = (size, heads, width, rate, activation);
        register_module("self_attn", _attention = torch.nn.MultiheadAttention(size, heads, rate));
        register_module("linear1", _widen = torch.nn.Linear(size, width));
        register_module("linear2", _narrow = torch.nn.Linear(width, size));
        register_module("norm1", _attended = new LayerNorm(size));
        register_module("norm2", _transformed = new LayerNorm(size));
    }

    /// <summary>Computes the output of a sequence; call it by <see cref="torch.nn.Module{T, TResult}.call"/>, which runs the hooks too.</summary>
    /// <param name="src">Length by batch by d_model.</param>
    public override torch.Tensor forward(torch.Tensor src) => Encode(src, null, null);

    /// <inheritdoc cref="call(torch.Tensor, torch.Tensor, torch.Tensor)"/>
    public torch.Tensor call(torch.Tensor src, torch.Tensor src_mask) => Encode(src, src_mask, null);

    /// <summary>Computes the output with masks. The hooks of the layer, which are told of the sequence only, are not run.</summary>
    /// <param name="src">Length by batch by d_model.</param>
    /// <param name="src_mask">Length by length: where nothing may look (true), or what is added to scores; null for none.</param>
    /// <param name="src_key_padding_mask">Batch by length: what nothing may look at (true), or what is added to scores; null for none.</param>
    public torch.Tensor call(torch.Tensor src, torch.Tensor src_mask, torch.Tensor src_key_padding_mask) => Encode(src, src_mask, src_key_padding_mask);

    /// <summary>A layer of the same parameters and mode, which shares nothing with this one.</summary>
    internal TransformerEncoderLayer Copy()
    {
        // First weights are drawn and replaced at once; what is drawn later is not to depend on that.
        using var scope = torch.NewDisposeScope();
        var random = torch.get_rng_state();
        var copy = new TransformerEncoderLayer(_size, _heads, _width, _rate, _activation);
        torch.set_rng_state(random);
        var first = _widen.weight;
        copy.to(first.dtype).to(first.device);
        copy.load_state_dict(state_dict());
        copy.train(training);
        foreach (var (mine, its) in parameters().Zip(copy.parameters()))
            its.requires_grad = mine.requires_grad;
        return copy;
    }

    private torch.Tensor Encode(torch.Tensor src, torch.Tensor? mask, torch.Tensor? padding)
    {
        ArgumentNullException.ThrowIfNull(src);
        using var scope = torch.NewDisposeScope();
        var attended = _attended.call(src + Dropped(_attention.call(src, src, src, padding, need_weights: false, mask).Item1));
        var hidden = _widen.call(attended);
        hidden = _activation == torch.nn.Activations.GELU ? torch.nn.functional.gelu(hidden) : torch.nn.functional.relu(hidden);
        return _transformed.call(attended + Dropped(_narrow.call(Dropped(hidden)))).MoveToOuterDisposeScope();
    }

    private torch.Tensor Dropped(torch.Tensor tensor) => torch.nn.functional.dropout(tensor, _rate, training);
}
