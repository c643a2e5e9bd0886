using TorchSharp;
using TorchSharp.Modules;

namespace Shared.Tensors.Torch.Tests.Optim;

/// <summary>The loss of two parameters that make_optim.py minimizes; at some steps one of them has no gradient.</summary>
internal sealed class OptimProblem(torch.ScalarType type)
{
    private readonly torch.Tensor _x = torch.tensor(new[] { 1.0, -0.5, 0.25, 0.3, 0.7, -1.1 }, 2, 3).type(type);

    public Parameter W { get; } = new(torch.tensor(new[] { 0.5, -0.3, 0.8, 0.1, -0.6, 0.9 }, 3, 2).type(type));

    public Parameter B { get; } = new(torch.tensor(new[] { 0.2, -0.4 }).type(type));

    public void Step(torch.optim.Optimizer optimizer, int step)
    {
        using var scope = torch.NewDisposeScope();
        optimizer.step(() =>
        {
            optimizer.zero_grad();
            torch.Tensor loss = optimizer is LBFGS ? ConvexLoss() : Loss(step);
            loss.backward();
            return loss;
        });
    }

    public double[] Values() => [.. W.detach().@double().ToArray<double>(), .. B.detach().@double().ToArray<double>()];

    // Without a search along the direction, L-BFGS needs a convex loss.
    private torch.Tensor ConvexLoss() => (_x.matmul(W) - 0.3).pow(2).sum() + (B - W.sum(0L)).pow(2).sum() + (W.pow(4).sum() * 0.1);

    private torch.Tensor Loss(int step)
    {
        torch.Tensor loss = _x.matmul(W).sin().pow(2).sum() + (W.pow(4).sum() * 0.1);
        return step % 5 == 3 ? loss : loss + (B * W.sum(0L)).sum() + B.pow(2).sum();
    }
}
