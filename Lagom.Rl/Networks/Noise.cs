using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Tensors of numbers from a random stream.</summary>
internal static class Noise
{
    /// <summary>Standard normal numbers, of the shape, type and device of a tensor.</summary>
    public static Tensor NormalLike(Tensor like, RandomStream random) => Fill(like, random, static (stream, numbers) => stream.FillNormal(numbers));

    /// <summary>Uniform numbers from 0 to below 1, of the shape, type and device of a tensor.</summary>
    public static Tensor UniformLike(Tensor like, RandomStream random) => Fill(like, random, static (stream, numbers) => stream.FillUniform(numbers));

    private static Tensor Fill(Tensor like, RandomStream random, Action<RandomStream, double[]> fill)
    {
        ArgumentNullException.ThrowIfNull(random);
        var numbers = new double[like.numel()];
        fill(random, numbers);
        return tensor(numbers, like.shape, dtype: like.dtype, device: like.device);
    }
}
