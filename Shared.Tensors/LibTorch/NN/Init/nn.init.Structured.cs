namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                CheckDimensions(tensor, 2, 2, nameof(eye_));
                var shape = tensor.shape;
                using var identity = eye(shape[0], shape[1], tensor.dtype, tensor.device);
                return Unrecorded(tensor, () => tensor.copy_(identity));
            }

            /// <summary>Convolution weights that keep the input's channels: 1 at the kernel's middle, from each input to its output.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                CheckDimensions(tensor, 3, 5, nameof(dirac_));
                var shape = tensor.shape;
                return Unrecorded(tensor, () =>
                {
                    tensor.zero_();
                    for (var channel = 0L; channel < Math.Min(shape[0], shape[1]); channel++)
                    {
                        TensorIndex[] place = [channel, channel, .. shape[2..].Select(size => (TensorIndex)(size / 2))];
                        using var element = tensor[place];
                        element.fill_(1);
                    }
                    return tensor;
                });
            }

            /// <summary>
            /// A random matrix with orthogonal rows or columns; further dimensions count as columns. Source: Saxe, McClelland and Ganguli
            /// (2013), Exact solutions to the nonlinear dynamics of learning in deep linear neural networks.
            /// </summary>
            /// <param name="tensor">Two dimensions or more.</param>
            /// <param name="gain">A factor.</param>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                CheckDimensions(tensor, 2, 64, nameof(orthogonal_));
                if (tensor.numel() == 0)
                    return tensor;
                using var scope = NewDisposeScope();
                return Unrecorded(tensor, () =>
                {
                    var rows = tensor.shape[0];
                    var columns = tensor.numel() / rows;
                    var flat = empty(rows, columns, dtype: tensor.dtype, device: tensor.device).normal_(0, 1);
                    if (rows < columns)
                        flat = flat.t();
                    var (q, r) = linalg.qr(flat);
                    // The signs make the distribution uniform.
                    q = q.mul(InitOperators.Diagonal.Call(r).sign());
                    if (rows < columns)
                        q = q.t();
                    return tensor.copy_(q.reshape(tensor.shape)).mul_(gain);
                });
            }

            /// <summary>Normal, with values outside an interval drawn again.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The mean before cutting.</param>
            /// <param name="std">The standard deviation before cutting.</param>
            /// <param name="a">The least value.</param>
            /// <param name="b">The largest value.</param>
            /// <param name="generator">The source; null for the default one.</param>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
                Generator? generator = null)
            {
                if (!(a < b))
                    throw new ArgumentException($"The interval is [{a}, {b}]; its ends must rise.", nameof(b));
                static double Distribution(double x) => (1 + Erf(x / Math.Sqrt(2))) / 2;
                var low = Distribution((a - mean) / std);
                var high = Distribution((b - mean) / std);
                return Unrecorded(tensor, () =>
                {
                    tensor.uniform_(2 * low - 1, 2 * high - 1, generator);
                    InitOperators.ErfinvInPlace.Run(tensor);
                    return tensor.mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b);
                });
            }

            /// <summary>
            /// A normal matrix with the same share of zeros at random places of each column. Source: Martens (2010), Deep learning via
            /// Hessian-free optimization.
            /// </summary>
            /// <param name="tensor">Two dimensions.</param>
            /// <param name="sparsity">The share of zeros, in [0, 1].</param>
            /// <param name="std">The standard deviation of the others.</param>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                CheckDimensions(tensor, 2, 2, nameof(sparse_));
                if (!(sparsity >= 0 && sparsity <= 1))
                    throw new ArgumentException($"sparsity is {sparsity}; it must be in [0, 1].", nameof(sparsity));
                var rows = tensor.shape[0];
                var zeros = (long)Math.Ceiling(sparsity * rows);
                using var scope = NewDisposeScope();
                return Unrecorded(tensor, () =>
                {
                    tensor.normal_(0, std);
                    for (var column = 0L; column < tensor.shape[1]; column++)
                    {
                        var places = randperm(rows, device: tensor.device).narrow(0, 0, zeros);
                        InitOperators.IndexFillInPlace.Run(tensor.select(1, column), 0, places, 0);
                    }
                    return tensor;
                });
            }

            private static double Erf(double x)
            {
                using var value = tensor(x, dtype: ScalarType.Float64);
                return value.erf().item<double>();
            }

            private static void CheckDimensions(Tensor tensor, int least, int most, string function)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim < least || tensor.ndim > most)
                    throw new ArgumentException($"{function} takes {least} to {most} dimensions; the tensor has {tensor.ndim}.", nameof(tensor));
            }
        }
    }
}
