using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>The last part of a policy: from features [batch, features] to what the policy may do.</summary>
public abstract class PolicyHead : nn.Module<Tensor, ActionDistribution>
{
    private protected PolicyHead(string name, int features, int actions)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(actions, 1);
        Features = features;
        Actions = actions;
    }

    /// <summary>How many features go in.</summary>
    public int Features { get; }

    /// <summary>How many choices there are, or how many numbers an action has.</summary>
    public int Actions { get; }
}
