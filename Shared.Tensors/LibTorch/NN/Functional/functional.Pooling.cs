namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Means over as many windows as the output shall have elements.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                NNOperators.AdaptiveAvgPool1d.Call(input, Argument.Dim(output_size));

            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                NNOperators.AdaptiveAvgPool2d.Call(input, new[] { output_size, output_size });

            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                NNOperators.AdaptiveAvgPool2d.Call(input, Pair(output_size));

            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                NNOperators.AdaptiveAvgPool2d.Call(input, output_size);

            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                NNOperators.AdaptiveAvgPool3d.Call(input, new[] { output_size, output_size, output_size });

            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                NNOperators.AdaptiveAvgPool3d.Call(input, new[] { output_size.Item1, output_size.Item2, output_size.Item3 });

            /// <inheritdoc cref="adaptive_avg_pool1d"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                NNOperators.AdaptiveAvgPool3d.Call(input, output_size);
        }
    }
}
