namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The Fourier transforms of windows of a signal, each a hop further.</summary>
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
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            torch.stft(this, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

        /// <summary>The signal that a short-time Fourier transform was made of, as well as least squares can tell.</summary>
        /// <param name="n_fft">The length of a transform.</param>
        /// <param name="hop_length">The elements between two windows; -1 for a quarter of the length.</param>
        /// <param name="win_length">The length of the window; -1 for that of a transform.</param>
        /// <param name="window">What elements were multiplied by; null for ones.</param>
        /// <param name="center">Whether windows were centred on their times.</param>
        /// <param name="normalized">Whether transforms were divided by the root of their length.</param>
        /// <param name="onesided">Whether only the frequencies of a real signal are given; null for that where the number of them says so.</param>
        /// <param name="length">The signal's length; -1 for what the windows cover.</param>
        /// <param name="return_complex">Whether the signal is complex.</param>
        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true,
            bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
            torch.istft(this, n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
    }
}
