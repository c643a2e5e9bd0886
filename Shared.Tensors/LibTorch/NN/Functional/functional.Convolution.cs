namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Convolves sequences: batch by channels by length.</summary>
            /// <param name="input">The sequences; the batch dimension may be missing.</param>
            /// <param name="weight">Outputs by (inputs / groups) by kernel size.</param>
            /// <param name="bias">One number per output; null for none.</param>
            /// <param name="stride">Steps of the kernel; null for 1.</param>
            /// <param name="padding">Zeros at both ends; null for none.</param>
            /// <param name="dilation">Steps within the kernel; null for 1.</param>
            /// <param name="groups">Groups of channels without connection.</param>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? dilation = null, long groups = 1) =>
                NNOperators.Conv1d.Call(input, weight, bias, Argument.Dim(stride ?? 1), Argument.Dim(padding ?? 0),
                    Argument.Dim(dilation ?? 1), groups);

            /// <summary>Convolves images: batch by channels by height by width.</summary>
            /// <inheritdoc cref="conv1d"/>
            /// <param name="input">The images; the batch dimension may be missing.</param>
            /// <param name="weight">Outputs by (inputs / groups) by kernel sizes.</param>
            /// <param name="bias">One number per output; null for none.</param>
            /// <param name="strides">Steps of the kernel, one or one per dimension; null for 1.</param>
            /// <param name="padding">Zeros at both ends; null for none.</param>
            /// <param name="dilation">Steps within the kernel; null for 1.</param>
            /// <param name="groups">Groups of channels without connection.</param>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                NNOperators.Conv2d.Call(input, weight, bias, strides, padding, dilation, groups);

            /// <summary>Convolves volumes: batch by channels by depth by height by width.</summary>
            /// <inheritdoc cref="conv2d"/>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                NNOperators.Conv3d.Call(input, weight, bias, strides, padding, dilation, groups);

            /// <summary>The windows of images as columns.</summary>
            /// <param name="input">Batch by channels by height by width.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="dilation">Steps within the window; null for 1.</param>
            /// <param name="padding">Zeros at both ends; null for none.</param>
            /// <param name="stride">Steps of the window; null for 1.</param>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                NNOperators.ImageToCol.Call(input, Pair(kernel_size), Pair(dilation, 1), Pair(padding, 0), Pair(stride, 1));

            /// <inheritdoc cref="unfold(Tensor, ValueTuple{long, long}, ValueTuple{long, long}?, ValueTuple{long, long}?, ValueTuple{long, long}?)"/>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>Adds columns of windows up to images: the adjoint of unfold.</summary>
            /// <param name="input">Batch by (channels times window) by windows.</param>
            /// <param name="output_size">The images' height and width.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="dilation">Steps within the window; null for 1.</param>
            /// <param name="padding">Zeros at both ends; null for none.</param>
            /// <param name="stride">Steps of the window; null for 1.</param>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                NNOperators.ColToImage.Call(input, Pair(output_size), Pair(kernel_size), Pair(dilation, 1), Pair(padding, 0), Pair(stride, 1));

            /// <inheritdoc cref="fold(Tensor, ValueTuple{long, long}, ValueTuple{long, long}, ValueTuple{long, long}?, ValueTuple{long, long}?, ValueTuple{long, long}?)"/>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0,
                long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            private static long[] Pair((long First, long Second) sizes) => [sizes.First, sizes.Second];

            private static long[] Pair((long First, long Second)? sizes, long otherwise) => Pair(sizes ?? (otherwise, otherwise));
        }
    }
}
