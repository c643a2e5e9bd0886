using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Layers;

/// <summary>
/// Shifts and scales each channel to mean 0 and variance 1 over the batch, in training, and by running statistics otherwise. Source:
/// Ioffe and Szegedy (2015), Batch normalization. Named parameters: <c>weight</c> and <c>bias</c>; buffers: <c>running_mean</c>,
/// <c>running_var</c> and <c>num_batches_tracked</c>.
/// </summary>
public abstract class BatchNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double _eps;
    private readonly double _momentum;
    private readonly Parameter? _weight;
    private readonly Parameter? _bias;
    private readonly torch.Tensor? _mean;
    private readonly torch.Tensor? _variance;
    private readonly torch.Tensor? _batches;

    private protected BatchNorm(string name, long channels, double eps, double momentum, bool affine, bool trackRunningStats,
        torch.Device? device, torch.ScalarType? dtype)
        : base(name)
    {
        LayerArguments.Positive(channels, nameof(channels));
        if (!(momentum >= 0 && momentum <= 1))
            throw new ArgumentException($"momentum is {momentum}; it must be in [0, 1].", nameof(momentum));
        (_eps, _momentum) = (eps, momentum);
        if (affine)
        {
            _weight = LayerArguments.Constant([channels], 1, device, dtype);
            _bias = LayerArguments.Constant([channels], 0, device, dtype);
            base.register_parameter("weight", _weight);
            base.register_parameter("bias", _bias);
        }

        if (!trackRunningStats)
            return;
        _mean = torch.zeros([channels], dtype, device);
        _variance = torch.ones([channels], dtype, device);
        _batches = torch.zeros([], torch.ScalarType.Int64, device);
        this.register_buffer("running_mean", _mean);
        this.register_buffer("running_var", _variance);
        this.register_buffer("num_batches_tracked", _batches);
    }

    /// <summary>Factors per channel, or null.</summary>
    public Parameter? Weight => _weight;

    /// <summary>Summands per channel, or null.</summary>
    public Parameter? Bias => _bias;

    /// <summary>The means used out of training, or null.</summary>
    public torch.Tensor? RunningMean => _mean;

    /// <summary>The variances used out of training, or null.</summary>
    public torch.Tensor? RunningVariance => _variance;

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckDimensions(input.ndim);
        if (training)
            _batches?.add_(1);
        return torch.nn.functional.batch_norm(input, _mean, _variance, _weight, _bias, training || _mean is null, _momentum, _eps);
    }

    private protected abstract void CheckDimensions(long dimensions);
}
