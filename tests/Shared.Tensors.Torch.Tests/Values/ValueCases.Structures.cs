using TorchSharp;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    private static readonly ValueCase[] Structures =
    [
        new("c.amax((0, 2), keepdim=True)", true, t => t.C.amax([0, 2], keepdim: true)),
        new("c.amin((1,), keepdim=True)", true, t => torch.amin(t.C, [1L], keepdim: true)),
        new("torch.histogram(x, 4)[0]", false, t => torch.histogram(t.X, 4).hist),
        new("torch.histogram(x, 3, range=(-1.0, 1.0), weight=p, density=True)[0]", false, t => torch.histogram(t.X, 3, (-1, 1), t.P, true).hist),
        new("torch.histogram(x, torch.tensor([-2.0, 0, 0.5, 2], dtype=torch.float64))[1]", false, t => torch.histogram(t.X, torch.tensor(new[] { -2.0, 0, 0.5, 2 })).bin_edges),
        new("torch.tensordot(c, d.transpose(0, 2), 2)", true, t => t.C.tensordot(t.D.transpose(0, 2), 2)),
        new("torch.tensordot(c, d, dims=([0, 1], [0, 2]))", true, t => torch.tensordot(t.C, t.D, [0L, 1], [0L, 2])),
        new("s.matrix_exp()", true, t => t.S.matrix_exp()),
        new("torch.chain_matmul(x, s, s)", true, t => torch.chain_matmul(t.X, t.S, t.S)),
        new("s.clone().addmm_(x.T, y, beta=0.5, alpha=2)", false, t => t.S.clone().addmm_(t.X.T, t.Y, 0.5f, 2)),
        new("v.clone().addmv_(s, w, beta=2, alpha=0.5)", false, t => t.V.clone().addmv_(t.S, t.W, 2, 0.5f)),
        new("s.clone().addr_(v, w, beta=0.5, alpha=2)", false, t => torch.addr_(t.S.clone(), t.V, t.W, 0.5f, 2)),
        new("x.select_scatter(v, 0, 1)", true, t => t.X.select_scatter(t.V, 0, 1)),
        new("x.slice_scatter(y[:, :2], 1, 0, 3, 2)", true, t => t.X.slice_scatter(t.Y[.., ..2], 1, 0, 3, 2)),
        new("s.diagonal_scatter(v)", true, t => torch.diagonal_scatter(t.S, t.V)),
        new("torch.where(b)[1]", false, t => torch.where(t.B)[1]),
        new("torch.concatenate([x, y], 1)", true, t => torch.concatenate([t.X, t.Y], 1)),
        new("torch.row_stack([x, y])", true, t => torch.row_stack(t.X, t.Y)),
        new("torch.atleast_3d(v, w)[1]", true, t => torch.atleast_3d(t.V, t.W).Last()),
        new("torch.bartlett_window(6)", false, t => torch.bartlett_window(6)),
        new("torch.blackman_window(6, False)", false, t => torch.blackman_window(6, false)),
        new("torch.hann_window(7, dtype=torch.float64)", false, t => torch.hann_window(7, dtype: torch.float64)),
        new("torch.hamming_window(7, dtype=torch.float64)", false, t => torch.hamming_window(7, dtype: torch.float64)),
        new("torch.kaiser_window(7, True, 8.5, dtype=torch.float64)", false, t => torch.kaiser_window(7, true, 8.5f, torch.float64)),
        new("torch.logspace(-1, 2, 5, 2, dtype=torch.float64)", false, t => torch.logspace(-1, 2, 5, 2, torch.float64)),
        new("torch.tril_indices(3, 4, -1)", false, t => torch.tril_indices(3, 4, -1)),
        new("torch.triu_indices(3, 4, 1)", false, t => torch.triu_indices(3, 4, 1)),
        new("torch.trapz(x, dx=0.5)", true, t => torch.trapz(t.X, 0.5)),
        new("torch.view_as_real(torch.complex(x, y).conj().resolve_conj())", true, t => torch.complex(t.X, t.Y).conj().resolve_conj().view_as_real()),
        new("torch.view_as_real(torch.polar(p, x))", true, t => torch.polar(t.P, t.X).view_as_real()),
        new("torch.complex(x, y).angle()", true, t => torch.complex(t.X, t.Y).angle()),
        new("torch.complex(x, y).mH.real", true, t => torch.complex(t.X, t.Y).mH.real),
        new("torch.complex(x, y).H.imag", false, t => torch.complex(t.X, t.Y).H.imag),
        new("torch.complex(x, torch.floor(p)).isreal()", false, t => torch.complex(t.X, torch.floor(t.P)).isreal()),
        new("torch.view_as_complex(d).adjoint().real", true, t => t.D.view_as_complex().adjoint().real),
    ];
}
