namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra: decompositions, solutions, norms. Leading dimensions are batches.</summary>
    public static partial class linalg
    {
        /// <summary>The cross product of vectors of 3 elements along a dimension.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => LinalgOperators.Cross.Call(input, other, dim);

        /// <summary>A view of the diagonals of matrices.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            LinalgOperators.Diagonal.Call(input, offset, dim1, dim2);

        /// <summary>The exponential of a square matrix.</summary>
        public static Tensor matrix_exp(Tensor input) => LinalgOperators.MatrixExp.Call(input);

        /// <summary>The product of two or more matrices in the order of the fewest operations.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => LinalgOperators.MultiDot.Call(Argument.Tensors(tensors));

        /// <summary>The matrix of the powers 0 to N - 1 of the elements; N is their number unless given.</summary>
        public static Tensor vander(Tensor input, long? N = null) => LinalgOperators.Vander.Call(input, N);

        /// <summary>The sums along a dimension of the products of x, conjugated, and y. Written into <paramref name="out"/> where given.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            @out is null
            ? LinalgOperators.Vecdot.Call(x, y, dim)
            : LinalgOperators.VecdotByOut.Call(x, y, dim, @out);
    }
}
