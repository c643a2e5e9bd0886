namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Sets each element to 0 with a probability and multiplies the others by 1 / (1 - p), in training. Source: Srivastava et al.
            /// (2014), Dropout.
            /// </summary>
            /// <param name="input">Any tensor.</param>
            /// <param name="p">The probability.</param>
            /// <param name="training">Whether anything is done.</param>
            /// <param name="inplace">Whether the input itself is changed.</param>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? NNOperators.DropoutInPlace : NNOperators.Dropout).Call(input, p, training);

            /// <summary>Whole channels of sequences, batch by channels by length, otherwise like <see cref="dropout"/>.</summary>
            /// <inheritdoc cref="dropout"/>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                ChannelDropout(input, p, training, inplace, 2);

            /// <summary>Whole channels of images, batch by channels by height by width, otherwise like <see cref="dropout"/>.</summary>
            /// <inheritdoc cref="dropout"/>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? NNOperators.FeatureDropoutInPlace : NNOperators.FeatureDropout).Call(input, p, training);

            /// <summary>Whole channels of volumes, otherwise like <see cref="dropout"/>.</summary>
            /// <inheritdoc cref="dropout"/>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                ChannelDropout(input, p, training, inplace, 4);

            /// <summary>Dropout that keeps the mean and variance of <see cref="selu"/>'s outputs.</summary>
            /// <inheritdoc cref="dropout"/>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? NNOperators.AlphaDropoutInPlace : NNOperators.AlphaDropout).Call(input, p, training);

            /// <summary>Whole channels, otherwise like <see cref="alpha_dropout"/>.</summary>
            /// <inheritdoc cref="dropout"/>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? NNOperators.FeatureAlphaDropoutInPlace : NNOperators.FeatureAlphaDropout).Call(input, p, training);

            // Without a batch dimension the channels would be taken for it.
            private static Tensor ChannelDropout(Tensor input, double p, bool training, bool inplace, long unbatchedDimensions)
            {
                var kind = inplace ? NNOperators.FeatureDropoutInPlace : NNOperators.FeatureDropout;
                if (input.ndim != unbatchedDimensions)
                    return kind.Call(input, p, training);
                using var batch = input.unsqueeze(0);
                using var result = kind.Call(batch, p, training);
                return result.squeeze(0);
            }
        }
    }
}
