using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Draws =
    [
        new("torch.empty(4, dtype=torch.float64).exponential_(2, generator=torch.Generator().manual_seed(7))", false, _ => torch.empty(4, torch.float64).exponential_(2, Seeded())),
        new("torch.empty(4, dtype=torch.float64).log_normal_(0.5, 0.25, generator=torch.Generator().manual_seed(7))", false, _ => torch.empty(4, torch.float64).log_normal_(0.5, 0.25, Seeded())),
        new("torch.empty(4, dtype=torch.float64).cauchy_(1, 2, generator=torch.Generator().manual_seed(7))", false, _ => torch.empty(4, torch.float64).cauchy_(1, 2, Seeded())),
        new("torch.empty(4, dtype=torch.float64).geometric_(0.3, generator=torch.Generator().manual_seed(7))", false, _ => torch.empty(4, torch.float64).geometric_(0.3, Seeded())),
        new("torch.empty(4, dtype=torch.int64).random_(-5, 9, generator=torch.Generator().manual_seed(7))", false, _ => torch.empty(4, torch.int64).random_(-5, 9, Seeded())),
        new("torch.poisson(p * 10, generator=torch.Generator().manual_seed(7))", false, t => torch.poisson(t.P * 10, Seeded())),
        new("torch.binomial(i.abs().double(), p, generator=torch.Generator().manual_seed(7))", false, t => torch.binomial(t.I.abs().@double(), t.P, Seeded())),
    ];

    private static torch.Generator Seeded() => new(7);
}
