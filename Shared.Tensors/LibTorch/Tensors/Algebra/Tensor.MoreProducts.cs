namespace TorchSharp;

// Products of matrices added to others, and products of vectors.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Beta times the matrices plus alpha times the products of two batches of matrices.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            ProductOperators.Baddbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        /// <summary>Beta times the matrix plus alpha times the sum of the products of two batches of matrices.</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            ProductOperators.Addbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        /// <summary>Beta times the vector plus alpha times the product of a matrix with a vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            ProductOperators.Addmv.Call(this, mat, vec, (double)beta, (double)alpha);

        /// <summary>Beta times the matrix plus alpha times the outer product of two vectors.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            ProductOperators.Addr.Call(this, vec1, vec2, (double)beta, (double)alpha);

        /// <summary>The sums of products over the last dimension.</summary>
        public Tensor inner(Tensor vec2) => ProductOperators.Inner.Call(this, vec2);

        /// <summary>The dot product of two vectors; the first is conjugated.</summary>
        public Tensor vdot(Tensor target) => ProductOperators.Vdot.Call(this, target);

        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => ProductOperators.Kron.Call(this, other);

        /// <summary>The outer product of two vectors.</summary>
        public Tensor ger(Tensor vec2) => ProductOperators.Ger.Call(this, vec2);
    }
}
