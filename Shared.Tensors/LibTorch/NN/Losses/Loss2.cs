namespace TorchSharp;

/// <summary>A loss of two arguments.</summary>
public abstract class Loss<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
{
    /// <summary>A loss.</summary>
    /// <param name="reduction">What becomes of the elements' values.</param>
    protected Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
        : base(nameof(Loss<,,>)) => this.reduction = reduction;

    /// <summary>What becomes of the elements' values.</summary>
    public torch.nn.Reduction reduction { get; }
}
