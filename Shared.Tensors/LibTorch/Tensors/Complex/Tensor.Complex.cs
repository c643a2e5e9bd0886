namespace TorchSharp;

// Complex numbers and their parts.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The complex conjugates: a view, which computes them where they are used.</summary>
        public Tensor conj() => ComplexOperators.Conj.Call(this);

        /// <summary>The complex conjugates in new memory.</summary>
        public Tensor conj_physical() => ComplexOperators.ConjPhysical.Call(this);

        /// <summary>As <see cref="conj_physical()"/>, in place.</summary>
        public Tensor conj_physical_() => ComplexOperators.ConjPhysicalInPlace.Change(this);

        /// <summary>The tensor with the numbers that it stands for in memory, where it is a conjugated view; otherwise itself.</summary>
        public Tensor resolve_conj() => ComplexOperators.ResolveConj.Call(this);

        /// <summary>The tensor with the numbers that it stands for in memory, where it is a negated view; otherwise itself.</summary>
        public Tensor resolve_neg() => ComplexOperators.ResolveNeg.Call(this);

        /// <summary>The angles of complex numbers in radians; of real ones 0, or pi below 0.</summary>
        public Tensor angle() => ComplexOperators.Angle.Call(this);

        /// <summary>The conjugate transposes of the last two dimensions.</summary>
        public Tensor adjoint() => ComplexOperators.Adjoint.Call(this);

        /// <summary>The real and imaginary parts of complex numbers as a last dimension of size 2: a view.</summary>
        public Tensor view_as_real() => ComplexOperators.ViewAsReal.Call(this);

        /// <summary>Complex numbers of the pairs of the last dimension: a view.</summary>
        public Tensor view_as_complex() => ComplexOperators.ViewAsComplex.Call(this);

        /// <summary>Which elements have no imaginary part.</summary>
        public Tensor isreal() => ComplexOperators.Isreal.Call(this);

        /// <summary>Whether the tensor is a conjugated view.</summary>
        public bool is_conj() => Info.IsConjugate;

        /// <summary>Whether the tensor is a negated view.</summary>
        public bool is_neg() => Info.IsNegative;

        /// <summary>The real parts: a view; the tensor itself, as another object, where its elements are real.</summary>
        public Tensor real => is_complex() ? ComplexOperators.Real.Call(this) : alias();

        /// <summary>The imaginary parts: a view.</summary>
        public Tensor imag => ComplexOperators.Imag.Call(this);

        /// <summary>The conjugate transpose of a matrix.</summary>
        public Tensor H => adjoint();

        /// <summary>The conjugate transposes of the last two dimensions.</summary>
        public Tensor mH => adjoint();
    }
}
