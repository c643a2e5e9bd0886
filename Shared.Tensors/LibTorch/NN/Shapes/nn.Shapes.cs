using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The input as it is.</summary>
        public static Identity Identity() => new();

        /// <summary>The cosine of the angle between vectors along a dimension.</summary>
        /// <param name="dim">The dimension of the vectors.</param>
        /// <param name="eps">The least product of lengths to divide by.</param>
        public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-08) => new(dim, eps);

        /// <summary>The windows of images as columns.</summary>
        /// <param name="kernel_size">The window.</param>
        /// <param name="dilation">Steps within the window.</param>
        /// <param name="padding">Zeros at both ends.</param>
        /// <param name="stride">Steps of the window.</param>
        public static Unfold Unfold((long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
            (long, long)? stride = null) =>
            new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

        /// <summary>The windows of images as columns.</summary>
        /// <param name="kernel_size">The window.</param>
        /// <param name="dilation">Steps within the window.</param>
        /// <param name="padding">Zeros at both ends.</param>
        /// <param name="stride">Steps of the window.</param>
        public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

        /// <summary>Adds columns of windows up to images.</summary>
        /// <param name="output_size">The images' height and width.</param>
        /// <param name="kernel_size">The window.</param>
        /// <param name="dilation">Steps within the window.</param>
        /// <param name="padding">Zeros at both ends.</param>
        /// <param name="stride">Steps of the window.</param>
        public static Fold Fold((long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
            (long, long)? padding = null, (long, long)? stride = null) =>
            new(output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

        /// <summary>Adds columns of windows up to images.</summary>
        /// <param name="output_size">The images' height and width.</param>
        /// <param name="kernel_size">The window.</param>
        /// <param name="dilation">Steps within the window.</param>
        /// <param name="padding">Zeros at both ends.</param>
        /// <param name="stride">Steps of the window.</param>
        public static Fold Fold(long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new((output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));
    }
}
