namespace TorchSharp;

/// <summary>Complex numbers and their parts.</summary>
internal static class ComplexOperators
{
    internal static readonly Operator Adjoint = new("aten::adjoint");
    internal static readonly Operator Angle = new("aten::angle");
    internal static readonly Operator Complex = new("aten::complex");
    internal static readonly Operator Conj = new("aten::conj");
    internal static readonly Operator ConjPhysical = new("aten::conj_physical");
    internal static readonly Operator ConjPhysicalInPlace = new("aten::conj_physical_");
    internal static readonly Operator Imag = new("aten::imag");
    internal static readonly Operator Isreal = new("aten::isreal");
    internal static readonly Operator Polar = new("aten::polar");
    internal static readonly Operator Real = new("aten::real");
    internal static readonly Operator ResolveConj = new("aten::resolve_conj");
    internal static readonly Operator ResolveNeg = new("aten::resolve_neg");
    internal static readonly Operator ViewAsComplex = new("aten::view_as_complex");
    internal static readonly Operator ViewAsReal = new("aten::view_as_real");
}
