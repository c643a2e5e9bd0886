namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static string? Rounding(RoundingMode mode) => mode switch
        {
            RoundingMode.None => null,
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a rounding mode."),
        };

        // An operator that changed this tensor's metadata returned a second handle of it.
        private Tensor Itself(Tensor second)
        {
            second.Dispose();
            return this;
        }

        // An operator that reduces dimensions into a given tensor.
        private Tensor Written(Tensor result, Operator op, long[] dims, bool keepdim)
        {
            op.Run(this, dims, keepdim, result);
            return result;
        }

        // Operators without a parameter for the type: the elements are converted first.
        private Tensor Typed(ScalarType? type) => type is { } wanted ? this.type(wanted) : this;
    }
}
