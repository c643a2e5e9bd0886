namespace TorchSharp;

/// <summary>Rules about types of elements.</summary>
internal static class TypeOperators
{
    internal static readonly Operator CanCast = new("aten::can_cast");
    internal static readonly Operator PromoteTypes = new("aten::promote_types");
    internal static readonly Operator ResultTypeByTensor = new("aten::result_type", "Tensor");
}
