namespace TorchSharp;

/// <summary>A loss of four arguments with weights of its classes or elements.</summary>
public abstract class WeightedLoss<T1, T2, T3, T4, TResult> : Loss<T1, T2, T3, T4, TResult>
{
    /// <summary>A loss.</summary>
    /// <param name="weight">A factor per class or element; null for ones.</param>
    /// <param name="reduction">What becomes of the elements' values.</param>
    protected WeightedLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
        : base(reduction)
    {
        this.weight = weight;
        RegisterBuffer(nameof(weight), weight, persistent: false);
    }

    /// <summary>A factor per class or element; null for ones.</summary>
    public torch.Tensor? weight { get; }
}
