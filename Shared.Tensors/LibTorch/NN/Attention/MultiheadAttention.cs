namespace TorchSharp.Modules;

/// <summary>
/// Attention of several heads: each query gets a mean of the values, weighted by how well their keys match it. Source: Vaswani et al. (2017), Attention is all
/// you need.
/// </summary>
public sealed class MultiheadAttention : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, bool, torch.Tensor, Tuple<torch.Tensor, torch.Tensor>>
{
    private readonly AttentionShape _shape;
    private readonly Parameter? _inWeight;
    private readonly Parameter[] _separateWeights = [];
    private readonly Parameter? _inBias;
    private readonly Parameter? _keyBias;
    private readonly Parameter? _valueBias;
    private readonly Linear _output;

    internal MultiheadAttention(AttentionShape shape)
        : base(nameof(MultiheadAttention))
    {
        _shape = shape;
        var size = shape.Size;
        _output = new Linear(size, size, shape.HasBias, device: null, dtype: null);
        if (shape.KeySize == size && shape.ValueSize == size)
        {
            _inWeight = Weight("in_proj_weight", 3 * size, size);
        }
        else
        {
            _separateWeights =
            [
                Weight("q_proj_weight", size, size),
                Weight("k_proj_weight", size, shape.KeySize),
                Weight("v_proj_weight", size, shape.ValueSize),
            ];
        }

        if (shape.HasBias)
        {
            register_parameter("in_proj_bias", _inBias = Defaults.Constant([3 * size], 0, device: null, dtype: null));
            using (torch.no_grad())
                _output.bias!.zero_();
        }

        if (shape.HasKeyValueBias)
        {
            register_parameter("bias_k", _keyBias = Bias(size));
            register_parameter("bias_v", _valueBias = Bias(size));
        }

        register_module("out_proj", _output);
    }

    /// <summary>Computes the output; call it by <see cref="call"/>, which runs the hooks too.</summary>
    /// <inheritdoc cref="call"/>
    public override Tuple<torch.Tensor, torch.Tensor> forward(
        torch.Tensor query, torch.Tensor key, torch.Tensor value, torch.Tensor key_padding_mask, bool need_weights, torch.Tensor attn_mask)
    {
        Check(query, nameof(query), _shape.Size);
        Check(key, nameof(key), _shape.KeySize);
        Check(value, nameof(value), _shape.ValueSize);
        using var scope = torch.NewDisposeScope();
        var (q, k, v) = Project(query, key, value);
        var (length, batch, heads) = (query.shape[0], query.shape[1], _shape.Heads);
        var sources = key.shape[0] + (_keyBias is null ? 0 : 1);
        if (_keyBias is not null)
        {
            k = torch.cat([k, _keyBias.expand(1, batch, -1)], 0);
            v = torch.cat([v, _valueBias!.expand(1, batch, -1)], 0);
        }

        q = Split(q, length) * (1 / Math.Sqrt(_shape.Size / heads));
        k = Split(k, sources);
        v = Split(v, sources);
        if (_shape.HasZero)
        {
            k = torch.cat([k, k.new_zeros(k.shape[0], 1, k.shape[2])], 1);
            v = torch.cat([v, v.new_zeros(v.shape[0], 1, v.shape[2])], 1);
            sources++;
        }

        var scores = torch.bmm(q, k.transpose(1, 2));
        if (attn_mask is not null)
            scores = Masked(scores, Widened(attn_mask, sources));
        if (key_padding_mask is not null)
        {
            var ignored = Widened(key_padding_mask, sources).view(batch, 1, 1, sources).expand(-1, heads, -1, -1).reshape(batch * heads, 1, sources);
            scores = Masked(scores, ignored);
        }

        var weights = torch.nn.functional.dropout(scores.softmax(-1), _shape.Dropout, training);
        var output = _output.call(torch.bmm(weights, v).transpose(0, 1).reshape(length, batch, _shape.Size)).MoveToOuterDisposeScope();
        var mean = need_weights ? weights.view(batch, heads, length, sources).mean([1L]).MoveToOuterDisposeScope() : null;
        return Tuple.Create(output, mean!);

        torch.Tensor Split(torch.Tensor all, long rows) => all.reshape(rows, batch * heads, _shape.Size / heads).transpose(0, 1);
    }

    /// <summary>Computes the output, with the hooks.</summary>
    /// <param name="query">Queries by batch by size.</param>
    /// <param name="key">Sources by batch by the size of keys.</param>
    /// <param name="value">Sources by batch by the size of values.</param>
    /// <param name="key_padding_mask">Batch by sources: which sources are ignored (true), or what is added to scores; null for none.</param>
    /// <param name="need_weights">Whether the weights are asked for.</param>
    /// <param name="attn_mask">
    /// Queries by sources, or batch times heads by queries by sources: where no query may look (true), or what is added to scores; null for none.
    /// </param>
    /// <returns>The output, as the queries; the weights, batch by queries by sources, as a mean over the heads, or null.</returns>
    /// <exception cref="ArgumentException">A tensor does not have three dimensions, or the wrong size.</exception>
    public new Tuple<torch.Tensor, torch.Tensor> call(
        torch.Tensor query, torch.Tensor key, torch.Tensor value, torch.Tensor? key_padding_mask = null, bool need_weights = true, torch.Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask!, need_weights, attn_mask!);

    private (torch.Tensor Query, torch.Tensor Key, torch.Tensor Value) Project(torch.Tensor query, torch.Tensor key, torch.Tensor value)
    {
        var weights = _inWeight is null ? _separateWeights : _inWeight.chunk(3);
        var biases = _inBias?.chunk(3);
        return (NNOperators.Linear.Call(query, weights[0], biases?[0]), NNOperators.Linear.Call(key, weights[1], biases?[1]), NNOperators.Linear.Call(value, weights[2], biases?[2]));
    }

    // Sources that were put behind the given ones are never masked.
    private static torch.Tensor Widened(torch.Tensor mask, long sources) =>
        mask.shape[^1] < sources ? torch.nn.functional.pad(mask, (0, sources - mask.shape[^1])) : mask;

    private static torch.Tensor Masked(torch.Tensor scores, torch.Tensor mask) =>
        mask.dtype == torch.ScalarType.Bool ? scores.masked_fill(mask, double.NegativeInfinity) : scores + mask;

    private static void Check(torch.Tensor tensor, string name, long size)
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.ndim != 3 || tensor.shape[2] != size)
            throw new ArgumentException($"It has the shape [{string.Join(", ", tensor.shape)}]; it must be length by batch by {size}.", name);
    }

    private Parameter Weight(string name, long outputs, long inputs)
    {
        var weight = new Parameter(torch.empty(outputs, inputs));
        torch.nn.init.xavier_uniform_(weight);
        register_parameter(name, weight);
        return weight;
    }

    private static Parameter Bias(long size)
    {
        var bias = new Parameter(torch.empty(1, 1, size));
        torch.nn.init.xavier_normal_(bias);
        return bias;
    }
}
