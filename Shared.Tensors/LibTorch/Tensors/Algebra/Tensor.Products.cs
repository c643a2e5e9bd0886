namespace TorchSharp;

// Products of vectors and matrices.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix product; leading dimensions are batches and broadcast.</summary>
        public Tensor matmul(Tensor target) => ProductOperators.Matmul.Call(this, target);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => ProductOperators.Mm.Call(this, target);

        /// <summary>The products of two batches of matrices.</summary>
        public Tensor bmm(Tensor batch2) => ProductOperators.Bmm.Call(this, batch2);

        /// <summary>The product of this matrix and a vector.</summary>
        public Tensor mv(Tensor target) => ProductOperators.Mv.Call(this, target);

        /// <summary>The sum of products of two vectors.</summary>
        public Tensor dot(Tensor target) => ProductOperators.Dot.Call(this, target);

        /// <summary>The matrix of the products of two vectors' elements.</summary>
        public Tensor outer(Tensor vec2) => ProductOperators.Outer.Call(this, vec2);

        /// <summary>beta times this plus alpha times the product of two matrices.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            ProductOperators.Addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        /// <summary>The lower triangle; the rest is 0.</summary>
        public Tensor tril(long diagonal = 0) => ProductOperators.Tril.Call(this, diagonal);

        /// <summary>The upper triangle; the rest is 0.</summary>
        public Tensor triu(long diagonal = 0) => ProductOperators.Triu.Call(this, diagonal);

        /// <summary>The diagonal of a matrix, or the matrix with a vector on its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => ProductOperators.Diag.Call(this, diagonal);
    }
}
