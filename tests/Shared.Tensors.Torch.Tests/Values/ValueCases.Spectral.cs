using TorchSharp;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.Values;

internal static partial class ValueCases
{
    // Short-time Fourier transforms, and bags of vectors.
    private static readonly ValueCase[] Spectral =
    [
        new("torch.view_as_real(torch.stft(c.flatten(), 4, return_complex=True))", true, t => view_as_real(stft(t.C.flatten(), 4, return_complex: true))),
        new("torch.view_as_real(torch.stft(c.reshape(2, 6), 4, 2, 3, s[0], return_complex=True))", true,
            t => view_as_real(t.C.reshape(2, 6).stft(4, 2, 3, t.S[0], return_complex: true))),
        new("torch.view_as_real(torch.stft(c.flatten(), 5, 2, center=False, normalized=True, onesided=False, return_complex=True))", true,
            t => view_as_real(stft(t.C.flatten(), 5, 2, center: false, normalized: true, onesided: false, return_complex: true))),
        new("torch.view_as_real(torch.stft(c.reshape(2, 6), 6, 3, pad_mode='constant', return_complex=True))", true,
            t => view_as_real(stft(t.C.reshape(2, 6), 6, 3, pad_mode: PaddingModes.Constant, return_complex: true))),
        new("torch.view_as_real(torch.stft(torch.complex(c, c * c).flatten(), 4, return_complex=True))", true,
            t => view_as_real(stft(complex(t.C, t.C * t.C).flatten(), 4, return_complex: true))),
        new("torch.istft(torch.stft(c.flatten(), 4, return_complex=True), 4)", true, t => istft(stft(t.C.flatten(), 4, return_complex: true), 4)),
        new("torch.istft(torch.complex(c, c * c).transpose(1, 2), 4, 2, 4, p.flatten()[:4], length=3)", true,
            t => complex(t.C, t.C * t.C).transpose(1, 2).istft(4, 2, 4, t.P.flatten()[..4], length: 3)),
        new("torch.view_as_real(torch.istft(torch.complex(d, d * d), 3, 1, normalized=True, onesided=False, return_complex=True))", true,
            t => view_as_real(istft(complex(t.D, t.D * t.D), 3, 1, normalized: true, onesided: false, return_complex: true))),
        new("torch.nn.EmbeddingBag.from_pretrained(s)(g)", false, t => nn.EmbeddingBag_from_pretrained(t.S.clone()).call(t.G)),
        new("torch.nn.EmbeddingBag.from_pretrained(s, mode='max')(g[:, :2].flatten(), torch.tensor([0, 3]))", false,
            t => nn.EmbeddingBag_from_pretrained(t.S.clone(), mode: EmbeddingBagMode.Max).call(t.G[.., ..2].flatten(), Offsets(t, 0, 3))),
        new("torch.nn.EmbeddingBag.from_pretrained(s, mode='sum', include_last_offset=True)(g.flatten(), torch.tensor([0, 2, 6]), x.flatten())", false,
            t => nn.EmbeddingBag_from_pretrained(t.S.clone(), mode: EmbeddingBagMode.Sum, include_last_offset: true)
                .call(t.G.flatten(), Offsets(t, 0, 2, 6), t.X.flatten())),
        new("torch.nn.EmbeddingBag.from_pretrained(s.clone(), max_norm=1, padding_idx=1)(g)", false,
            t => nn.EmbeddingBag_from_pretrained(t.S.clone(), max_norm: 1, padding_index: 1).call(t.G)),
    ];

    private static Tensor Offsets(ValueInputs inputs, params long[] starts) => tensor(starts).ToDevice(inputs.G.device);
}
