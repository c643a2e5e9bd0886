namespace TorchSharp;

public static partial class torch
{
    /// <summary>The Fourier transforms of windows of a signal, each a hop further.</summary>
    /// <param name="input">A signal, or a batch of them.</param>
    /// <param name="n_fft">The length of a transform.</param>
    /// <param name="hop_length">The elements between two windows; -1 for a quarter of the length.</param>
    /// <param name="win_length">The length of the window, in the middle of the transform; -1 for all of it.</param>
    /// <param name="window">What elements are multiplied by; null for ones.</param>
    /// <param name="center">Whether windows are centred on their times, so that the signal is padded at both ends.</param>
    /// <param name="pad_mode">What the signal is padded with.</param>
    /// <param name="normalized">Whether transforms are divided by the root of their length.</param>
    /// <param name="onesided">Whether only the frequencies of a real signal are given, half the length and one; null for that where the signal is real.</param>
    /// <param name="return_complex">Whether the result is complex; false for pairs of numbers. Libtorch from 2.0 on wants it said for a real signal.</param>
    /// <returns>Frequencies by times, with the batch before them.</returns>
    public static Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!center)
            return Transform(input);
        // Padding wants channels before the elements.
        using var scope = NewDisposeScope();
        var batch = input.ndim == 1 ? input.view(1, 1, -1) : input.unsqueeze(1);
        var padded = nn.functional.pad(batch, (n_fft / 2, n_fft / 2), pad_mode).squeeze(1);
        return Transform(input.ndim == 1 ? padded.squeeze(0) : padded).MoveToOuterDisposeScope();

        Tensor Transform(Tensor signal) => SpectralOperators.Stft.Call(
            signal, n_fft, OrNone(hop_length), OrNone(win_length), window, normalized, onesided is { } half ? half : Argument.None, return_complex is { } complex ? complex : Argument.None);
    }

    /// <summary>The signal that a short-time Fourier transform was made of, as well as least squares can tell.</summary>
    /// <param name="input">Complex, frequencies by times, with the batch before them.</param>
    /// <param name="n_fft">The length of a transform.</param>
    /// <param name="hop_length">The elements between two windows; -1 for a quarter of the length.</param>
    /// <param name="win_length">The length of the window; -1 for that of a transform.</param>
    /// <param name="window">What elements were multiplied by; null for ones.</param>
    /// <param name="center">Whether windows were centred on their times.</param>
    /// <param name="normalized">Whether transforms were divided by the root of their length.</param>
    /// <param name="onesided">Whether only the frequencies of a real signal are given; null for that where the number of them says so.</param>
    /// <param name="length">The signal's length; -1 for what the windows cover.</param>
    /// <param name="return_complex">Whether the signal is complex.</param>
    public static Tensor istft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
        bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) => SpectralOperators.InverseStft.Call(
            input, n_fft, OrNone(hop_length), OrNone(win_length), window, center, normalized, onesided is { } half ? half : Argument.None, OrNone(length), return_complex);

    private static Argument OrNone(long number) => number < 0 ? Argument.None : number;
}
