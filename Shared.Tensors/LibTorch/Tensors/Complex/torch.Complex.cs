namespace TorchSharp;

// Complex numbers and their parts.
public static partial class torch
{
    /// <inheritdoc cref="Tensor.conj()"/>
    public static Tensor conj(Tensor input) => input.conj();

    /// <inheritdoc cref="Tensor.conj_physical()"/>
    public static Tensor conj_physical(Tensor input) => input.conj_physical();

    /// <inheritdoc cref="Tensor.conj_physical_()"/>
    public static Tensor conj_physical_(Tensor input) => input.conj_physical_();

    /// <inheritdoc cref="Tensor.resolve_conj()"/>
    public static Tensor resolve_conj(Tensor input) => input.resolve_conj();

    /// <inheritdoc cref="Tensor.resolve_neg()"/>
    public static Tensor resolve_neg(Tensor input) => input.resolve_neg();

    /// <inheritdoc cref="Tensor.angle()"/>
    public static Tensor angle(Tensor input) => input.angle();

    /// <inheritdoc cref="Tensor.adjoint()"/>
    public static Tensor adjoint(Tensor input) => input.adjoint();

    /// <inheritdoc cref="Tensor.view_as_real()"/>
    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    /// <inheritdoc cref="Tensor.view_as_complex()"/>
    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    /// <inheritdoc cref="Tensor.isreal()"/>
    public static Tensor isreal(Tensor tensor) => tensor.isreal();

    /// <inheritdoc cref="Tensor.real"/>
    public static Tensor real(Tensor input) => input.real;

    /// <inheritdoc cref="Tensor.imag"/>
    public static Tensor imag(Tensor input) => input.imag;

    /// <inheritdoc cref="Tensor.is_conj()"/>
    public static bool is_conj(Tensor input) => input.is_conj();

    /// <summary>Complex numbers of real and imaginary parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => ComplexOperators.Complex.Call(real, imag);

    /// <summary>Complex numbers of sizes and angles.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => ComplexOperators.Polar.Call(abs, angle);
}
